package threadmill.runner.sandbox;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import threadmill.runner.kernel.Pipe;

/// Two pipes to a child process, beside its standard streams, which stay the program's own.
///
/// `ProcessBuilder` passes on descriptors 0 to 2 only. So the child's shell opens its ends by their
/// names in our `/proc`, after which [#childHasThem] drops ours: from then on the end of the stream
/// is the end of the child.
///
/// Implementation note: the streams are used by one thread each; `dropped` makes the drop happen
/// once, whoever comes first of the supervising thread and the one that sees the child's exit.
final class ControlPipes implements AutoCloseable {
  private final Pipe toChild = Pipe.open();
  private final Pipe fromChild = Pipe.open();
  private final AtomicBoolean dropped = new AtomicBoolean();
  private final OutputStream out;
  private final InputStream in;

  ControlPipes() {
    try {
      out = new FileOutputStream("/proc/self/fd/" + toChild.write());
      in = new FileInputStream("/proc/self/fd/" + fromChild.read());
    } catch (FileNotFoundException e) {
      throw new IllegalStateException("no /proc on this machine", e);
    }
    toChild.closeWrite();
    fromChild.closeRead();
  }

  /// Name of the end that the child reads.
  String childInput() {
    return path(toChild.read());
  }

  /// Name of the end that the child writes.
  String childOutput() {
    return path(fromChild.write());
  }

  OutputStream out() {
    return out;
  }

  InputStream in() {
    return in;
  }

  void childHasThem() {
    if (dropped.compareAndSet(false, true)) {
      toChild.closeRead();
      fromChild.closeWrite();
    }
  }

  @Override
  public void close() throws IOException {
    childHasThem();
    try (in) {
      out.close();
    }
  }

  private static String path(int descriptor) {
    return "/proc/" + ProcessHandle.current().pid() + "/fd/" + descriptor;
  }
}
