// verdict: TIME_LIMIT
// wall: 1500
// never: a hook that runs at SIGTERM keeps the program alive
void main() throws Exception {
  Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) Thread.onSpinWait(); }));
  sun.misc.Signal.raise(new sun.misc.Signal("TERM"));
  Thread.sleep(60_000);
}
