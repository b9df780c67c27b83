package threadmill.harness;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import jdk.internal.access.SharedSecrets;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.Frames;
import threadmill.harness.wire.PoolCommand;
import threadmill.harness.wire.PoolFrames;
import threadmill.harness.wire.PoolReport;
import threadmill.harness.wire.Report;

/// The connection to the runner: descriptors 3 (commands) and 4 (reports), so that 0, 1 and 2 are
/// the program's own, for native code and child processes too.
///
/// Implementation note: reports come from the main thread and from [Watch]; `send` holds this
/// object's lock while it writes one frame. Nobody else holds a lock when calling it.
public final class Link {
  private static final int COMMANDS = 3;
  private static final int REPORTS = 4;

  private final DataInputStream in;
  private final DataOutputStream out;

  private Link(DataInputStream in, DataOutputStream out) {
    this.in = in;
    this.out = out;
  }

  public static Link open() {
    return new Link(
        new DataInputStream(new BufferedInputStream(new FileInputStream(descriptor(COMMANDS)))),
        new DataOutputStream(new FileOutputStream(descriptor(REPORTS))));
  }

  synchronized void send(Report report) throws IOException {
    Frames.write(out, report);
  }

  /// The next command, or null when the runner has gone.
  @Nullable Command receive() throws IOException {
    return Frames.readCommand(in);
  }

  public synchronized void send(PoolReport report) throws IOException {
    PoolFrames.write(out, report);
  }

  /// The next command to a JVM that serves many runs, or null when the runner has gone.
  public @Nullable PoolCommand receiveForPool() throws IOException {
    return PoolFrames.readCommand(in);
  }

  /// There is no `/proc` and so no `/dev/fd` in a sandbox; the JDK's own way to a numbered
  /// descriptor.
  private static FileDescriptor descriptor(int number) {
    var descriptor = new FileDescriptor();
    SharedSecrets.getJavaIOFileDescriptorAccess().set(descriptor, number);
    return descriptor;
  }
}
