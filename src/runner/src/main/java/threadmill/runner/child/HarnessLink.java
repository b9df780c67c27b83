package threadmill.runner.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.Frames;
import threadmill.harness.wire.GarbledFrameException;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.VirtualWeb;
import threadmill.lab.ExecutorKind;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.sandbox.Sandbox;

/// The runner's end of the channel to a sandbox's harness.
///
/// Implementation note: one thread at a time writes and one reads.
public final class HarnessLink {
  private final Sandbox sandbox;
  private final DataInputStream reports;
  private final DataOutputStream commands;

  HarnessLink(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.reports = new DataInputStream(new BufferedInputStream(sandbox.reports()));
    this.commands = new DataOutputStream(new BufferedOutputStream(sandbox.commands()));
  }

  /// Waits until the harness is loaded.
  void hello() throws IOException {
    if (!(next() instanceof Report.Hello)) {
      throw new IOException("the harness did not say hello");
    }
    sandbox.answered();
  }

  /// Hands over the classes and waits until `main` can be released.
  ///
  /// @param web what the virtual web is like, where there is one
  /// @return why the program cannot be started, if so
  public Optional<String> prepare(
      Compiled program,
      List<String> args,
      int cores,
      ExecutorKind executor,
      int parallelism,
      @Nullable VirtualWeb web)
      throws IOException {
    Frames.write(
        commands,
        new Command.Prepare(
            program.mainClass(),
            args,
            program.classes(),
            cores,
            executor.word(),
            parallelism,
            web));
    return switch (next()) {
      case Report.Ready() -> Optional.empty();
      case Report.NoMain(var reason) -> Optional.of(reason);
      case null, default -> throw new IOException("the harness did not get ready");
    };
  }

  /// Releases `main`.
  public void go() throws IOException {
    Frames.write(commands, new Command.Go());
  }

  /// The next report, or null at the end.
  public @Nullable Report next() throws IOException {
    try {
      return Frames.readReport(reports);
    } catch (GarbledFrameException e) {
      throw e;
    } catch (IOException _) {
      // The pipe went with the sandbox.
      return null;
    }
  }
}
