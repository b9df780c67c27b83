// Waits most of its time.
void main() throws Exception {
  for (int i = 0; i < 40; i++) {
    Thread.sleep(30);
  }
}
