// verdict: OK
// stdout: main ends
// stdout: the hook ran
void main() {
  Runtime.getRuntime().addShutdownHook(new Thread(() -> IO.println("the hook ran")));
  IO.println("main ends");
}
