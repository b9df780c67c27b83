package threadmill.runner.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.Frames;
import threadmill.harness.wire.GarbledFrameException;
import threadmill.harness.wire.Report;
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

  /// Hands over the program and waits until it can be released.
  ///
  /// @return why it cannot be started, if so
  public Optional<String> prepare(Command.Prepare program) throws IOException {
    Frames.write(commands, program);
    return switch (next()) {
      case Report.Ready() -> Optional.empty();
      case Report.NoMain(var reason) -> Optional.of(reason);
      case null, default -> throw new IOException("the harness did not get ready");
    };
  }

  /// Tells it something.
  public void send(Command command) throws IOException {
    Frames.write(commands, command);
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
