// verdict: OK
// stdout: denied
// never: the runner's or the server's classes can be loaded in a sandbox
void main() {
  for (var name : new String[] {"threadmill.runner.Supervise", "threadmill.runner.compile.CompilerMain", "threadmill.server.Main",
      "io.quarkus.runtime.Quarkus", "org.postgresql.Driver"}) {
    try {
      IO.println("ESCAPED " + Class.forName(name));
    } catch (Throwable e) {
      IO.println("denied " + e);
    }
  }
}
