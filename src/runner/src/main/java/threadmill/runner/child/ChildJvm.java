package threadmill.runner.child;

import java.io.IOException;
import java.time.Duration;
import threadmill.runner.Alarm;
import threadmill.runner.sandbox.NotStartedException;
import threadmill.runner.sandbox.Sandbox;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;

/// A sandbox whose harness is loaded and waits for its one program.
///
/// @param harness the connection to it
public record ChildJvm(Sandbox sandbox, HarnessLink harness) implements AutoCloseable {
  /// A JVM that has not come up by then never will.
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  /// Starts one and waits until it is up.
  static ChildJvm start(Sandboxes sandboxes, SandboxSpec spec) throws NotStartedException {
    return sandboxes.start(spec, ChildJvm::come);
  }

  private static ChildJvm come(Sandbox sandbox) throws IOException {
    var harness = new HarnessLink(sandbox);
    try (var _ = Alarm.after(START_LIMIT, sandbox::kill)) {
      harness.hello();
      return new ChildJvm(sandbox, harness);
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
