// verdict: THREAD_LIMIT
// explains: Had more than 512 threads at the same time
void main() {
  for (int i = 0; i < 100_000; i++) {
    new Thread(() -> {
      try {
        Thread.sleep(100_000);
      } catch (InterruptedException e) {
      }
    }).start();
  }
}
