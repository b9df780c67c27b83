package threadmill.runner.child;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import threadmill.runner.Alarm;
import threadmill.runner.sandbox.Aot;
import threadmill.runner.sandbox.Bounds;
import threadmill.runner.sandbox.NotStartedException;
import threadmill.runner.sandbox.Sandbox;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;

/// A sandbox whose harness is loaded and waits for its one program.
///
/// @param harness the connection to it
public record ChildJvm(Sandbox sandbox, HarnessLink harness) implements AutoCloseable {
  private static final String HARNESS = "threadmill.harness";

  /// A JVM that has not come up by then never will.
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  /// What all of them run, without a cache.
  ///
  /// @param sampled whether the harness samples the program's threads
  public static SandboxSpec spec(Sandboxes sandboxes, Bounds bounds, boolean sampled) {
    var java =
        List.of(
            // The cache's profiles make the JIT compile at once what training found hot: 20 ms of
            // CPU in a JVM that may live no longer.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining",
            // The cache where it was made for, which spares patching it: 6 ms, and memory that
            // then is shared. No address in a sandbox is secret from its program anyway.
            "-XX:ArchiveRelocationMode=0",
            // main is called by reflection, once: generating code for that takes 9 ms.
            "-Djdk.reflect.useNativeAccessorOnly=true",
            "-Dthreadmill.sampled=" + sampled,
            // What `java` gives to a program on the class path.
            "--add-modules=ALL-DEFAULT",
            "--add-exports=java.base/jdk.internal.access=" + HARNESS,
            "--add-exports=java.base/jdk.internal.misc=" + HARNESS,
            "--add-exports=java.base/jdk.internal.module=" + HARNESS,
            "--add-exports=java.base/jdk.internal.vm=" + HARNESS,
            "--add-opens=java.base/jdk.internal.vm=" + HARNESS,
            "--add-opens=java.base/java.lang=" + HARNESS,
            "--add-opens=java.base/java.util.concurrent.locks=" + HARNESS,
            "--module-path=" + sandboxes.module("lab") + ":" + sandboxes.module("harness"),
            "--module=" + HARNESS + "/threadmill.harness.Main");
    return new SandboxSpec(java, bounds, true, new Aot.None());
  }

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
