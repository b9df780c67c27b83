// Waits most of its time.
void main() throws Exception {
  for (int i = 0; i < 10; i++) {
    Thread.sleep(30);
  }
}
