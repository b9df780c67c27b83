// verdict: TIME_LIMIT
// wall: 2000
// never: a program that catches OutOfMemoryError runs for ever
void main() {
  var all = new java.util.LinkedList<Object>();
  while (true) {
    try {
      all.add(new byte[1 << 20]);
    } catch (OutOfMemoryError e) {
      // Goes on.
    }
  }
}
