// verdict: RUNTIME_ERROR
// explains: IllegalStateException left main
// never: a hook that halts with 0 hides what left main
void main() {
  Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0)));
  throw new IllegalStateException("hide me");
}
