// verdict: TIME_LIMIT
// wall: 1500
// never: carriers beyond the cores of the run are used
void main() throws Exception {
  for (int i = 0; i < 10_000; i++) {
    Thread.ofVirtual().start(() -> { while (true) Thread.onSpinWait(); });
  }
  Thread.sleep(60_000);
}
