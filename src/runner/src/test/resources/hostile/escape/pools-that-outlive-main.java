// verdict: OK
// stdout: main ends
// never: work left in the common pool or on carriers goes on in the next run
void main() throws Exception {
  for (int i = 0; i < 8; i++) {
    java.util.concurrent.ForkJoinPool.commonPool().submit(() -> { while (true) Thread.onSpinWait(); });
    Thread.startVirtualThread(() -> { while (true) Thread.onSpinWait(); });
  }
  IO.println("main ends");
}
