package threadmill.runner;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Things of the host that hostile programs try to reach: two files that everybody may read and
/// write, a port, a unix socket with a path and one without.
final class HostCanaries implements AutoCloseable {
  private static final String CONTENT = "canary " + UUID.randomUUID();

  private final List<Path> files;
  private final ServerSocketChannel port;
  private final Path socketPath;
  private final ServerSocketChannel socket;
  private final String abstractName = "threadmill-canary-" + ProcessHandle.current().pid();
  private final int abstractSocket;

  private HostCanaries(Path folder) throws IOException {
    var inHome = Files.createTempFile(Path.of(System.getProperty("user.home")), "canary", ".txt");
    files = List.of(folder.resolve("canary.txt"), inHome);
    for (var file : files) {
      Files.writeString(file, CONTENT);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    }
    port = ServerSocketChannel.open();
    port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    port.configureBlocking(false);
    socketPath = folder.resolve("canary.socket");
    socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    socket.bind(UnixDomainSocketAddress.of(socketPath));
    socket.configureBlocking(false);
    Files.setPosixFilePermissions(socketPath, PosixFilePermissions.fromString("rwxrwxrwx"));
    abstractSocket = AbstractSocket.listen(abstractName);
  }

  static HostCanaries put(Path folder) throws IOException {
    return new HostCanaries(folder);
  }

  /// What the words in `args` headers stand for.
  Map<String, String> places() {
    return Map.of(
        "CANARY", files.getFirst().toString(),
        "HOME_FILE", files.getLast().toString(),
        "PORT", Integer.toString(port.socket().getLocalPort()),
        "SOCKET", socketPath.toString(),
        "ABSTRACT", abstractName);
  }

  String secret() {
    return CONTENT;
  }

  void assertUntouched() throws IOException {
    for (var file : files) {
      assertThat(file).as("canary file").hasContent(CONTENT);
    }
    assertThat(port.accept()).as("connection to the canary port").isNull();
    assertThat(socket.accept()).as("connection to the canary socket").isNull();
    assertThat(AbstractSocket.accepts(abstractSocket))
        .as("connection to the canary's abstract socket")
        .isFalse();
  }

  @Override
  public void close() throws IOException {
    port.close();
    socket.close();
    AbstractSocket.close(abstractSocket);
    Files.deleteIfExists(socketPath);
    Files.deleteIfExists(files.getLast());
  }

  /// A unix socket whose name is not in the file system, which Java does not offer.
  @SuppressWarnings("restricted")
  private static final class AbstractSocket {
    private static final int AF_UNIX = 1;
    private static final int STREAM_NONBLOCK = 1 | 0x800;

    private static final MethodHandle SOCKET = function("socket", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = function("bind", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle LISTEN = function("listen", JAVA_INT, JAVA_INT);
    private static final MethodHandle ACCEPT = function("accept", JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle CLOSE = function("close", JAVA_INT);

    private static MethodHandle function(String name, java.lang.foreign.MemoryLayout... arguments) {
      var linker = Linker.nativeLinker();
      return linker.downcallHandle(
          linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(JAVA_INT, arguments));
    }

    static int listen(String name) {
      try (var arena = Arena.ofConfined()) {
        var bytes = name.getBytes(StandardCharsets.US_ASCII);
        var address = arena.allocate(3 + bytes.length, 8);
        address.set(JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, address, 3, bytes.length);
        int socket = (int) SOCKET.invokeExact(AF_UNIX, STREAM_NONBLOCK, 0);
        assertThat((int) BIND.invokeExact(socket, address, (int) address.byteSize())).isZero();
        assertThat((int) LISTEN.invokeExact(socket, 5)).isZero();
        return socket;
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }

    static boolean accepts(int socket) {
      try {
        return (int) ACCEPT.invokeExact(socket, MemorySegment.NULL, MemorySegment.NULL) >= 0;
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }

    static void close(int socket) {
      try {
        var _ = (int) CLOSE.invokeExact(socket);
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }
}
