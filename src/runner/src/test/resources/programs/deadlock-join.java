// verdict: DEADLOCK
// explains: kid waits at Main.java:8 for main to end
// explains: for kid to end
void main() throws InterruptedException {
  Thread main = Thread.currentThread();
  Thread kid = new Thread(() -> {
    try {
      main.join();
    } catch (InterruptedException e) {
    }
  }, "kid");
  kid.start();
  kid.join();
}
