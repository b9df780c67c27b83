package threadmill.harness.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One client's connection: reads a request, waits for as long as its answer takes, writes that,
/// and reads the next.
///
/// Implementation note: used by the server's one thread; no call blocks.
final class Connection {
  private static final int SHORTEST_HEAD = 1_024;
  private static final int LONGEST_HEAD = 16 * 1_024;

  /// What pages are filled with, shared by all.
  private static final ByteBuffer FILLING = filling();

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Pages pages;
  private ByteBuffer in = ByteBuffer.allocate(SHORTEST_HEAD);
  private ByteBuffer out = ByteBuffer.allocate(0);
  private @Nullable Answer answer;
  private boolean head;
  private boolean drains;

  /// Bytes of the filling that are still to be written.
  private int left;

  /// `System.nanoTime()` at which the answer begins.
  private long dueAt;

  Connection(SocketChannel channel, SelectionKey key, Pages pages) {
    this.channel = channel;
    this.key = key;
    this.pages = pages;
  }

  long dueAt() {
    return dueAt;
  }

  /// Takes in what has come.
  ///
  /// @return whether a request is complete now, whose answer is to begin at [#dueAt]
  boolean read() throws IOException {
    if (drains) {
      in.clear();
    }
    if (channel.read(in) < 0) {
      close();
      return false;
    }
    return !drains && next();
  }

  /// Looks whether a whole request is there already; nothing more is read until it is answered.
  private boolean next() {
    var request = Request.take(in);
    if (request == null && in.hasRemaining()) {
      key.interestOps(SelectionKey.OP_READ);
      return false;
    }
    if (request == null && in.capacity() < LONGEST_HEAD) {
      in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
      key.interestOps(SelectionKey.OP_READ);
      return false;
    }
    if (request == null) {
      request = Request.refused("431 Request Header Fields Too Large", "The head is too long.");
    }
    key.interestOps(0);
    var chosen = request.fault();
    if (chosen == null) {
      chosen = pages.answer(request.host(), request.path());
    }
    answer = request.persists() ? chosen : chosen.andCloses();
    head = request.head();
    dueAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(chosen.afterMillis());
    return true;
  }

  /// Begins the answer that is due.
  ///
  /// @return as [#read]
  boolean begin() throws IOException {
    var begun = answer;
    if (begun == null) {
      return false;
    }
    var fields =
        "HTTP/1.1 %s\r\nContent-Type: text/html; charset=us-ascii\r\nContent-Length: %d\r\n%s%s\r\n"
            .formatted(
                begun.status(),
                begun.bytes(),
                begun.status().startsWith("405") ? "Allow: GET, HEAD\r\n" : "",
                begun.last() ? "Connection: close\r\n" : "Connection: keep-alive\r\n");
    var opening = begun.opening().substring(0, Math.min(begun.opening().length(), begun.bytes()));
    out = ByteBuffer.wrap((head ? fields : fields + opening).getBytes(StandardCharsets.US_ASCII));
    left = head ? 0 : begun.bytes() - opening.length();
    return write();
  }

  /// Writes as much as the client takes now.
  ///
  /// @return as [#read]: requests may follow each other without waiting for answers
  boolean write() throws IOException {
    while (out.hasRemaining() || left > 0) {
      if (!out.hasRemaining()) {
        out = FILLING.duplicate().limit(Math.min(left, FILLING.capacity()));
        left -= out.remaining();
      }
      if (channel.write(out) == 0) {
        key.interestOps(SelectionKey.OP_WRITE);
        return false;
      }
    }
    boolean last = answer != null && answer.last();
    answer = null;
    if (last) {
      // Closed at once, what the client still sends would cost it the answer.
      channel.shutdownOutput();
      drains = true;
      key.interestOps(SelectionKey.OP_READ);
      return false;
    }
    return next();
  }

  void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }

  private static ByteBuffer filling() {
    var line = "All work and no wait makes a web that is not true.\n";
    var bytes = new byte[64 * 1_024];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) line.charAt(i % line.length());
    }
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
