// verdict: COMPILE_ERROR
// explains: javac found
// never: a method over the class file's limits stops the compiler
int x;

void main() {
  @@8000{x = x * 31 + #;}@@
}
