package threadmill.runner.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A small file of `/proc` that is kept open and read again and again, without garbage: a fifth of
/// the cost of opening it each time. Not safe for several threads.
public final class ProcFile implements AutoCloseable {
  private final int fd;
  private final Buffer buffer;
  private boolean closed;

  private ProcFile(int fd, Buffer buffer) {
    this.fd = fd;
    this.buffer = buffer;
  }

  /// Where files are read into; one serves all files of a thread.
  public static final class Buffer {
    private static final int BYTES = 1024;
    private final MemorySegment memory = Arena.ofAuto().allocate(BYTES);
    private int length;
    private int at;
  }

  /// Opens a file.
  ///
  /// @throws SystemCallException when there is no such file or too many are open
  public static ProcFile open(String path, Buffer buffer) {
    return new ProcFile(Linux.open(path), buffer);
  }

  /// Reads the file anew and stands at its beginning.
  ///
  /// @return whether its process is still there
  public boolean read() {
    buffer.length = Linux.readFromStart(fd, buffer.memory);
    buffer.at = 0;
    return buffer.length > 0;
  }

  /// The next number, passing what is not one; -1 at the end. Signs are passed too.
  public long number() {
    while (buffer.at < buffer.length && !digit()) {
      buffer.at++;
    }
    if (buffer.at >= buffer.length) {
      return -1;
    }
    long value = 0;
    while (buffer.at < buffer.length && digit()) {
      value = value * 10 + (buffer.memory.get(JAVA_BYTE, buffer.at++) - '0');
    }
    return value;
  }

  /// Passes the last `)` in the file and a space: in `stat`, the name that may hold anything.
  ///
  /// @return the character that follows, which in `stat` is the state
  public char afterName() {
    buffer.at = buffer.length - 1;
    while (buffer.at > 0 && buffer.memory.get(JAVA_BYTE, buffer.at) != ')') {
      buffer.at--;
    }
    buffer.at += 3;
    return buffer.at <= buffer.length ? (char) buffer.memory.get(JAVA_BYTE, buffer.at - 1) : '?';
  }

  /// Passes so many words.
  public void skip(int words) {
    for (int word = 0; word < words; word++) {
      buffer.at++;
      while (buffer.at < buffer.length && buffer.memory.get(JAVA_BYTE, buffer.at) != ' ') {
        buffer.at++;
      }
    }
  }

  private boolean digit() {
    byte b = buffer.memory.get(JAVA_BYTE, buffer.at);
    return b >= '0' && b <= '9';
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      Linux.close(fd);
    }
  }
}
