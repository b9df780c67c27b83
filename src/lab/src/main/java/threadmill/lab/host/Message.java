package threadmill.lab.host;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// What a process pool and a worker tell each other over the worker's standard input and output: a
/// kind, a 32-bit length, and so many bytes.
final class Message {
  /// Longest body, in bytes; a heap that can hold more is not to be had.
  static final int LONGEST = 256 << 20;

  private final Kind kind;
  private final byte[] body;

  private Message(Kind kind, byte[] body) {
    this.kind = kind;
    this.body = body;
  }

  /// What the bytes are.
  Kind kind() {
    return kind;
  }

  byte[] body() {
    return body;
  }

  enum Kind {
    /// To a worker, first: the program.
    PROGRAM('P'),
    /// To a worker: a task, which it answers with [#RESULT] or [#FAILURE].
    TASK('T'),
    RESULT('R'),
    FAILURE('F'),
    /// From a worker, at any time: what was printed.
    OUTPUT('O'),
    /// From a worker, at any time: a moment was marked.
    PHASE('M');

    private final char tag;

    Kind(char tag) {
      this.tag = tag;
    }

    static Kind of(int tag) throws GarbledException {
      for (var kind : KINDS) {
        if (kind.tag == tag) {
          return kind;
        }
      }
      throw new GarbledException("no message begins with " + tag);
    }
  }

  /// What came is none of these.
  static final class GarbledException extends IOException {
    private static final long serialVersionUID = 1;

    GarbledException(String what) {
      super(what);
    }
  }

  private static final Kind[] KINDS = Kind.values();

  /// Writes it at once, so that those of several threads do not mix.
  static void write(OutputStream out, Kind kind, byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream(body.length + 5);
    var message = new DataOutputStream(bytes);
    message.writeByte(kind.tag);
    message.writeInt(body.length);
    message.write(body);
    out.write(bytes.toByteArray());
    out.flush();
  }

  /// The next one, or null at the end of the stream, also where that comes within a message.
  static @Nullable Message read(DataInputStream in) throws IOException {
    int tag = in.read();
    if (tag < 0) {
      return null;
    }
    var kind = Kind.of(tag);
    try {
      int length = in.readInt();
      if (length < 0 || length > LONGEST) {
        throw new GarbledException("no message is " + length + " bytes long");
      }
      var body = in.readNBytes(length);
      return body.length < length ? null : new Message(kind, body);
    } catch (EOFException _) {
      return null;
    }
  }
}
