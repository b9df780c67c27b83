package threadmill.runner.timeline.programs;

import java.io.IOException;

/// Starts a second JVM that computes, and waits for its end.
public final class Parent {
  private Parent() {}

  /// Runs it.
  ///
  /// @param args milliseconds
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      Spinners.spin(Long.parseLong(args[0]) * 1_000_000);
      return;
    }
    Gate.await("ready");
    new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            Parent.class.getName(),
            args[0],
            "child")
        .inheritIO()
        .redirectInput(ProcessBuilder.Redirect.PIPE)
        .start()
        .waitFor();
    Gate.await("done");
  }
}
