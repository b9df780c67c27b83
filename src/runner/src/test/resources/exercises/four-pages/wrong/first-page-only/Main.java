void main() {
  int words = IO.readln().split(" ").length;
  IO.println("page 1: " + words + " words");
  IO.println("total: " + words + " words");
}
