// verdict: OK
// stdout: caught
void main() {
  try {
    byte[] all = new byte[1 << 30];
    IO.println(all.length);
  } catch (OutOfMemoryError e) {
    IO.println("caught");
  }
}
