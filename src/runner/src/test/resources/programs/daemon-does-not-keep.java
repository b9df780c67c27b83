// verdict: OK
void main() {
  Thread.ofPlatform().daemon().start(() -> { while (true) Thread.onSpinWait(); });
}
