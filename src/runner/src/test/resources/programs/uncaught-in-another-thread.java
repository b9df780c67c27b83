// verdict: OK
// stderr: Exception in thread "worker" java.lang.IllegalStateException: no luck
// stdout: main goes on
void main() throws InterruptedException {
  Thread worker = new Thread(() -> { throw new IllegalStateException("no luck"); }, "worker");
  worker.start();
  worker.join();
  IO.println("main goes on");
}
