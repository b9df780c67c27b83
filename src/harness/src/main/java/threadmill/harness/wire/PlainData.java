package threadmill.harness.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The encoding of what a call of a judged program carries: null, `Boolean`, `Integer`, `Long`,
/// `Double`, `String`, `int[]`, `long[]`, `double[]`, and lists and maps (string keys) of these.
///
/// A value is an 8-bit tag and its content; texts, arrays, lists and maps are preceded by a 32-bit
/// count. Numbers are big-endian. What is read may come from an enemy: [#check] walks all of it and
/// makes nothing, and nothing is made of what it refuses.
public final class PlainData {
  /// Longest encoding of a value, in bytes.
  public static final int MOST_BYTES = 16 << 20;

  /// How deep lists and maps may be nested.
  static final int MOST_DEPTH = 64;

  private PlainData() {}

  /// Encodes a value.
  ///
  /// @throws UnsendableException when it, or something in it, is no plain data, or is too large
  public static byte[] encode(@Nullable Object value) throws UnsendableException {
    return new PlainWriter(MOST_BYTES).value(value, 0).bytes();
  }

  /// Decodes a value. Lists and maps cannot be changed; maps keep their order.
  ///
  /// @throws GarbledFrameException when it is no encoding of one value
  public static @Nullable Object decode(byte[] bytes) throws GarbledFrameException {
    check(bytes);
    return value(ByteBuffer.wrap(bytes));
  }

  /// Whether these bytes are the encoding of one value.
  ///
  /// @throws GarbledFrameException when they are not
  public static void check(byte[] bytes) throws GarbledFrameException {
    var in = ByteBuffer.wrap(bytes);
    if (bytes.length > MOST_BYTES) {
      throw new GarbledFrameException("data of " + bytes.length + " bytes");
    }
    check(in, 0);
    if (in.hasRemaining()) {
      throw new GarbledFrameException("data too long");
    }
  }

  private static void check(ByteBuffer in, int depth) throws GarbledFrameException {
    if (depth > MOST_DEPTH) {
      throw new GarbledFrameException("data nested too deep");
    }
    skip(in, 1);
    switch (in.get(in.position() - 1)) {
      case 'n', 't', 'f' -> {}
      case 'i' -> skip(in, Integer.BYTES);
      case 'l' -> skip(in, Long.BYTES);
      case 'd' -> skip(in, Double.BYTES);
      case 's' -> checkText(in);
      case 'I' -> skip(in, (long) count(in) * Integer.BYTES);
      case 'L' -> skip(in, (long) count(in) * Long.BYTES);
      case 'D' -> skip(in, (long) count(in) * Double.BYTES);
      case '[' -> {
        for (int left = count(in); left > 0; left--) {
          check(in, depth + 1);
        }
      }
      case '{' -> {
        for (int left = count(in); left > 0; left--) {
          checkText(in);
          check(in, depth + 1);
        }
      }
      default -> throw new GarbledFrameException("unknown data");
    }
  }

  private static void checkText(ByteBuffer in) throws GarbledFrameException {
    int length = count(in);
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var chars = CharBuffer.allocate(1 << 10);
    var bytes = in.slice(in.position(), length);
    var state = decoder.decode(bytes, chars, true);
    while (state.isOverflow()) {
      state = decoder.decode(bytes, chars.clear(), true);
    }
    if (state.isError()) {
      throw new GarbledFrameException("text that is not UTF-8");
    }
    skip(in, length);
  }

  /// A count; never more than there are bytes left, since everything takes one.
  private static int count(ByteBuffer in) throws GarbledFrameException {
    skip(in, Integer.BYTES);
    int count = in.getInt(in.position() - Integer.BYTES);
    if (count < 0 || count > in.remaining()) {
      throw new GarbledFrameException("count " + count);
    }
    return count;
  }

  private static void skip(ByteBuffer in, long bytes) throws GarbledFrameException {
    if (bytes > in.remaining()) {
      throw new GarbledFrameException("data too short");
    }
    in.position(in.position() + (int) bytes);
  }

  private static @Nullable Object value(ByteBuffer in) throws GarbledFrameException {
    return switch (in.get()) {
      case 'n' -> null;
      case 't' -> true;
      case 'f' -> false;
      case 'i' -> in.getInt();
      case 'l' -> in.getLong();
      case 'd' -> in.getDouble();
      case 's' -> text(in);
      case 'I' -> {
        var array = new int[in.getInt()];
        in.asIntBuffer().get(array);
        in.position(in.position() + array.length * Integer.BYTES);
        yield array;
      }
      case 'L' -> {
        var array = new long[in.getInt()];
        in.asLongBuffer().get(array);
        in.position(in.position() + array.length * Long.BYTES);
        yield array;
      }
      case 'D' -> {
        var array = new double[in.getInt()];
        in.asDoubleBuffer().get(array);
        in.position(in.position() + array.length * Double.BYTES);
        yield array;
      }
      case '[' -> list(in);
      case '{' -> map(in);
      default -> throw new GarbledFrameException("unknown data");
    };
  }

  private static List<@Nullable Object> list(ByteBuffer in) throws GarbledFrameException {
    var list = new ArrayList<@Nullable Object>();
    for (int left = in.getInt(); left > 0; left--) {
      list.add(value(in));
    }
    return Collections.unmodifiableList(list);
  }

  private static Map<String, @Nullable Object> map(ByteBuffer in) throws GarbledFrameException {
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (int left = in.getInt(); left > 0; left--) {
      map.put(text(in), value(in));
    }
    return Collections.unmodifiableMap(map);
  }

  private static String text(ByteBuffer in) throws GarbledFrameException {
    int length = in.getInt();
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(in.slice(in.position(), length));
      in.position(in.position() + length);
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new GarbledFrameException("text that is not UTF-8");
    }
  }
}
