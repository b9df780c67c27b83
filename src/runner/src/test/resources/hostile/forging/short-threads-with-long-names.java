// verdict: TIME_LIMIT | THREAD_LIMIT
// wall: 2500
// never: a flood of threads and names exhausts what keeps the timeline
void main() throws Exception {
  while (true) {
    for (int i = 0; i < 100; i++) new Thread(() -> Thread.yield(), "x".repeat(5_000) + i).start();
    Thread.sleep(1);
  }
}
