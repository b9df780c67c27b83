// verdict: COMPILE_ERROR
// explains: javac found 2 errors, the first at Main.java:4
void main() {
  int x = "one";
  IO.println(y);
}
