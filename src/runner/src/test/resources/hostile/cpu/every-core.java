// verdict: TIME_LIMIT
// wall: 1500
// never: spinning threads outlive the limit
void main() {
  for (int i = 0; i < 16; i++) {
    var thread = new Thread(() -> { while (true) Thread.onSpinWait(); });
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.start();
  }
}
