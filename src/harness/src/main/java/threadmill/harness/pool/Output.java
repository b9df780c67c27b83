package threadmill.harness.pool;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/// One stream that a run writes. What comes is kept until there is much of it, or the warden comes
/// by: a frame for each line would be too much.
///
/// Implementation note: `this` guards the buffer and is held while a frame is sent, so that what is
/// written stays in order; the link's own lock is taken under it and nothing else.
final class Output extends OutputStream {
  private static final int MUCH = 16 << 10;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int limit;
  private final Consumer<byte[]> send;
  private final Runnable over;
  private int total;
  private boolean closed;

  /// @param limit most bytes that it takes
  /// @param over what happens to the first byte above that
  Output(int limit, Consumer<byte[]> send, Runnable over) {
    this.limit = limit;
    this.send = send;
    this.over = over;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) {
    if (closed) {
      throw Stopped.NOW;
    }
    int allowed = Math.min(count, limit - total);
    kept.write(bytes, from, allowed);
    total += allowed;
    if (kept.size() >= MUCH) {
      drain();
    }
    if (allowed < count) {
      over.run();
      throw Stopped.NOW;
    }
  }

  /// A program that flushes gains nothing by it.
  @Override
  public void flush() {}

  /// Closing what one can only write to has no meaning here; `PrintStream` writes no more.
  @Override
  public void close() {}

  /// Sends what is kept.
  synchronized void drain() {
    if (kept.size() > 0) {
      send.accept(kept.toByteArray());
      kept.reset();
    }
  }

  /// Sends what is kept, and takes no more.
  synchronized void end() {
    drain();
    closed = true;
  }
}
