package threadmill.runner.sandbox.escape;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import threadmill.runner.sandbox.Bounds;
import threadmill.runner.sandbox.escape.RawCalls.Outcome.Returned;
import threadmill.runner.sandbox.seccomp.SystemCall;

/// Things on the host that anybody there can reach, and nobody in a sandbox may.
final class Canaries implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int STREAM_CLOSED_ON_EXEC = 0x8_0001;

  private final Path folder;
  private final ServerSocket port;
  private final ServerSocketChannel socket;
  private final String abstractName = "threadmill-" + UUID.randomUUID();
  private final RawCalls kernel = new RawCalls();
  private final long abstractSocket;

  private Canaries(Path folder, ServerSocket port, ServerSocketChannel socket) throws IOException {
    this.folder = folder;
    this.port = port;
    this.socket = socket;
    this.abstractSocket = listen("\0" + abstractName);
  }

  static Canaries open() throws IOException {
    var folder = Files.createTempDirectory("threadmill-canary-");
    open(folder, "rwxr-xr-x");
    Files.writeString(folder.resolve("file"), "canary");
    open(folder.resolve("file"), "rw-r--r--");
    var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
    open(folder.resolve("socket"), "rwxrwxrwx");
    return new Canaries(folder, port, socket);
  }

  private static void open(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  /// Java has no abstract sockets.
  private long listen(String name) throws IOException {
    var address = kernel.unix(name);
    if (kernel.call(SystemCall.SOCKET, AF_UNIX, STREAM_CLOSED_ON_EXEC, 0)
            instanceof Returned(long descriptor)
        && kernel.call(SystemCall.BIND, descriptor, address.address(), address.byteSize())
            instanceof Returned
        && kernel.call(SystemCall.LISTEN, descriptor, 1) instanceof Returned) {
      return descriptor;
    }
    throw new IOException("no abstract socket can be had");
  }

  Targets targets(Bounds bounds) {
    return new Targets(
        folder.resolve("file").toString(),
        port.getLocalPort(),
        folder.resolve("socket").toString(),
        abstractName,
        Math.toIntExact(ProcessHandle.current().pid()),
        bounds.tasks(),
        bounds.dataBytes(),
        Bounds.TMPFS_BYTES,
        false);
  }

  @Override
  public void close() throws IOException {
    kernel.call(SystemCall.CLOSE, abstractSocket);
    kernel.close();
    try (port;
        socket) {
      Files.delete(folder.resolve("file"));
      Files.delete(folder.resolve("socket"));
      Files.delete(folder);
    }
  }
}
