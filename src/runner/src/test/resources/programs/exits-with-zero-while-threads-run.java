// verdict: OK
// exit: 0
void main() {
  Thread.startVirtualThread(() -> { while (true) Thread.onSpinWait(); });
  new Thread(() -> { while (true) Thread.onSpinWait(); }).start();
  System.exit(0);
}
