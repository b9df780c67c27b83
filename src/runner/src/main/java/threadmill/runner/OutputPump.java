package threadmill.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import threadmill.runner.RunEvent.Output;
import threadmill.runner.RunEvent.Output.Stream;

/// Carries what a program writes to one of its streams to the run's events, up to a limit.
///
/// Implementation note: runs on a thread of its own; `tail` is read after that thread was joined.
final class OutputPump implements Runnable {
  private static final int TAIL_CHARS = 4096;

  private final InputStream in;
  private final Stream stream;
  private final Events events;
  private final Consumer<Ending> end;
  private final int limit;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final StringBuilder tail = new StringBuilder();

  OutputPump(InputStream in, Stream stream, int limit, Events events, Consumer<Ending> end) {
    this.in = in;
    this.stream = stream;
    this.limit = limit;
    this.events = events;
    this.end = end;
  }

  @Override
  public void run() {
    var bytes = ByteBuffer.allocate(8192);
    var chars = CharBuffer.allocate(8192 + 4);
    int total = 0;
    try {
      int count;
      while ((count = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0) {
        int allowed = Math.min(count, limit - total);
        total += allowed;
        bytes.limit(bytes.position() + allowed).position(0);
        decode(bytes, chars, false);
        bytes.compact();
        if (allowed < count) {
          end.accept(new Ending.OutputLimit(stream == Stream.STDOUT ? "stdout" : "stderr", limit));
          return;
        }
      }
    } catch (IOException _) {
      // The sandbox is gone, and its pipe with it.
    }
    decode(bytes.flip(), chars, true);
  }

  private void decode(ByteBuffer bytes, CharBuffer chars, boolean last) {
    decoder.decode(bytes, chars, last);
    if (last) {
      decoder.flush(chars);
    }
    chars.flip();
    if (chars.hasRemaining()) {
      var text = chars.toString();
      tail.append(text);
      tail.delete(0, Math.max(0, tail.length() - TAIL_CHARS));
      events.tell(at -> new Output(at, stream, text));
    }
    chars.clear();
  }

  /// The last that came, up to 4,096 characters.
  String tail() {
    return tail.toString();
  }
}
