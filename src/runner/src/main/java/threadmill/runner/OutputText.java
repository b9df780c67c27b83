package threadmill.runner;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import threadmill.runner.RunEvent.Output;
import threadmill.runner.RunEvent.Output.Stream;

/// What a program writes to one of its streams, as text: told to the run's events, up to a limit.
///
/// Implementation note: used by one thread at a time. It keeps what it told, which is bounded by
/// the limit.
final class OutputText {
  /// Where a run that is run again writes something else than before.
  static final String AGAIN =
      "\n[another run damaged the JVM that this one shared; it was run again, from here]\n";

  private static final int TAIL_CHARS = 4096;
  private static final int PART = 8192;

  private final Stream stream;
  private final Events events;
  private final int limit;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer bytes = ByteBuffer.allocate(PART);
  private final CharBuffer chars = CharBuffer.allocate(PART + 4);
  private final StringBuilder told = new StringBuilder();
  private boolean repeats;
  private int repeated;
  private int total;

  /// @param limit most bytes that are taken
  OutputText(Stream stream, int limit, Events events) {
    this.stream = stream;
    this.limit = limit;
    this.events = events;
  }

  /// Takes what came, as far as the limit goes.
  ///
  /// @return false when that was more than the limit
  boolean write(byte[] from, int count) {
    int allowed = Math.min(count, limit - total);
    total += allowed;
    for (int at = 0; at < allowed; ) {
      int part = Math.min(bytes.remaining(), allowed - at);
      bytes.put(from, at, part).flip();
      decode(false);
      bytes.compact();
      at += part;
    }
    return allowed == count;
  }

  /// Takes the end: half a character becomes a replacement.
  void end() {
    bytes.flip();
    decode(true);
    bytes.clear();
    decoder.reset();
  }

  /// What ends a run that writes more than this takes.
  Ending tooMuch() {
    return new Ending.OutputLimit(stream == Stream.STDOUT ? "stdout" : "stderr", limit);
  }

  /// From now on the program writes anew, from its beginning. What it told already is not told
  /// twice; when it writes something else than before, that is said, and told from its beginning.
  void again() {
    decoder.reset();
    bytes.clear();
    total = 0;
    repeats = true;
    repeated = 0;
  }

  private void decode(boolean last) {
    decoder.decode(bytes, chars, last);
    if (last) {
      decoder.flush(chars);
    }
    chars.flip();
    if (chars.hasRemaining()) {
      var fresh = fresh(chars.toString());
      if (!fresh.isEmpty()) {
        told.append(fresh);
        events.tell(at -> new Output(at, stream, fresh));
      }
    }
    chars.clear();
  }

  /// The part of a text that has not been told.
  private String fresh(String text) {
    if (!repeats) {
      return text;
    }
    int same = Math.min(text.length(), told.length() - repeated);
    if (!told.substring(repeated, repeated + same).equals(text.substring(0, same))) {
      repeats = false;
      return AGAIN + told.substring(0, repeated) + text;
    }
    repeated += same;
    repeats = same == text.length();
    return text.substring(same);
  }

  /// All that came.
  String told() {
    return told.toString();
  }

  /// The last that came, up to 4,096 characters.
  String tail() {
    return told.substring(Math.max(0, told.length() - TAIL_CHARS));
  }
}
