// verdict: TIME_LIMIT
// explains: main had returned
// wall: 1500
// never: a program goes on after its end
void main() {
  for (int i = 0; i < 8; i++) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) Thread.onSpinWait(); }));
  }
}
