package threadmill.harness.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes one plain value into a buffer that grows up to a bound.
///
/// Lists and maps may be of a student's own making: they are copied once, and what was copied is
/// written, whatever they say next.
final class PlainWriter {
  private final int most;
  private ByteBuffer out = ByteBuffer.allocate(256);

  /// @param most bytes that may be written
  PlainWriter(int most) {
    this.most = most;
  }

  /// What was written; nothing can be added afterwards.
  byte[] bytes() {
    var bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  PlainWriter value(@Nullable Object value, int depth) throws UnsendableException {
    if (depth > PlainData.MOST_DEPTH) {
      throw new UnsendableException("lists or maps nested more than 64 deep", false);
    }
    switch (value) {
      case null -> tag('n', 0);
      case Boolean truth -> tag(truth ? 't' : 'f', 0);
      case Integer number -> tag('i', Integer.BYTES).putInt(number);
      case Long number -> tag('l', Long.BYTES).putLong(number);
      case Double number -> tag('d', Double.BYTES).putDouble(number);
      case String text -> {
        tag('s', 0);
        text(text);
      }
      case int[] array -> {
        counted('I', array.length, Integer.BYTES).asIntBuffer().put(array);
        out.position(out.position() + array.length * Integer.BYTES);
      }
      case long[] array -> {
        counted('L', array.length, Long.BYTES).asLongBuffer().put(array);
        out.position(out.position() + array.length * Long.BYTES);
      }
      case double[] array -> {
        counted('D', array.length, Double.BYTES).asDoubleBuffer().put(array);
        out.position(out.position() + array.length * Double.BYTES);
      }
      case List<?> list -> list(list, depth);
      case Map<?, ?> map -> map(map, depth);
      case Object other ->
          throw new UnsendableException(
              "a " + other.getClass().getTypeName() + ", which is no plain data", false);
    }
    return this;
  }

  private void list(List<?> list, int depth) throws UnsendableException {
    var items = list.toArray();
    counted('[', items.length, 1);
    for (var item : items) {
      value(item, depth + 1);
    }
  }

  private void map(Map<?, ?> map, int depth) throws UnsendableException {
    var entries = new ArrayList<Map.Entry<?, ?>>(map.entrySet());
    counted('{', entries.size(), 1);
    for (var entry : entries) {
      if (!(entry.getKey() instanceof String key)) {
        throw new UnsendableException("a map with keys that are no strings", false);
      }
      text(key);
      value(entry.getValue(), depth + 1);
    }
  }

  private void text(String text) throws UnsendableException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + (long) bytes.length).putInt(bytes.length).put(bytes);
  }

  /// Writes tag and count; what follows has room.
  private ByteBuffer counted(char tag, int count, int itemBytes) throws UnsendableException {
    return tag(tag, Integer.BYTES + (long) count * itemBytes).putInt(count);
  }

  private ByteBuffer tag(char tag, long more) throws UnsendableException {
    return room(1 + more).put((byte) tag);
  }

  private ByteBuffer room(long bytes) throws UnsendableException {
    long needed = out.position() + bytes;
    if (needed > most) {
      throw new UnsendableException("more than " + (most >> 20) + " MiB", true);
    }
    if (needed > out.capacity()) {
      int capacity = (int) Math.min(most, Math.max(needed, 2L * out.capacity()));
      out = ByteBuffer.allocate(capacity).put(out.flip());
    }
    return out;
  }
}
