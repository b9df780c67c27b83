// verdict: RUNTIME_ERROR
// explains: IllegalStateException left main
// never: a handler that swallows what left main makes the run a good one
void main() {
  Thread.setDefaultUncaughtExceptionHandler((thread, e) -> Runtime.getRuntime().halt(0));
  Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> Runtime.getRuntime().halt(0));
  throw new IllegalStateException("swallow me");
}
