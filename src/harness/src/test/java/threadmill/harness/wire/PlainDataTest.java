package threadmill.harness.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainDataTest {
  @Test
  void a_value_is_decoded_as_it_was_encoded() throws Exception {
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      var bytes = PlainData.encode(value(random, 0));
      assertThat(PlainData.encode(PlainData.decode(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void a_map_keeps_its_order_and_its_nulls() throws Exception {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("z", null);
    map.put("a", List.of(1, 2L, "x"));

    var decoded = PlainData.decode(PlainData.encode(map));

    assertThat(decoded).isEqualTo(map);
    assertThat(decoded).asString().startsWith("{z=null, a=");
  }

  @Test
  void an_array_of_a_million_numbers_is_decoded_as_it_was_encoded() throws Exception {
    var numbers = new Random(1).longs(1_000_000).toArray();

    assertThat(PlainData.decode(PlainData.encode(numbers))).isEqualTo(numbers);
  }

  @Test
  void what_is_no_plain_data_cannot_be_sent() {
    assertThatThrownBy(() -> PlainData.encode(List.of(Set.of(1))))
        .isInstanceOf(UnsendableException.class)
        .hasMessageContaining("no plain data");
    assertThatThrownBy(() -> PlainData.encode(Map.of(1, 2)))
        .isInstanceOf(UnsendableException.class)
        .hasMessageContaining("keys");
    assertThatThrownBy(() -> PlainData.encode('x')).isInstanceOf(UnsendableException.class);
  }

  @Test
  void what_is_too_large_is_told_apart() {
    assertThatThrownBy(() -> PlainData.encode(new long[PlainData.MOST_BYTES / 8]))
        .isInstanceOfSatisfying(
            UnsendableException.class, refused -> assertThat(refused.tooLarge()).isTrue());
    assertThatThrownBy(
            () -> PlainData.encode(Collections.nCopies(40, new int[PlainData.MOST_BYTES / 100])))
        .isInstanceOfSatisfying(
            UnsendableException.class, refused -> assertThat(refused.tooLarge()).isTrue());
  }

  @Test
  void a_list_that_holds_itself_is_refused() {
    var list = new ArrayList<Object>();
    list.add(list);

    assertThatThrownBy(() -> PlainData.encode(list))
        .isInstanceOf(UnsendableException.class)
        .hasMessageContaining("nested");
  }

  @Test
  void every_beginning_of_an_encoding_is_garbled() throws Exception {
    var whole =
        PlainData.encode(List.of("pär", Map.of("a", new int[] {1, 2}), 1L, 2.5, true, false));
    for (int length = 0; length < whole.length; length++) {
      var cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> PlainData.decode(cut)).isInstanceOf(GarbledFrameException.class);
    }
    assertThatThrownBy(() -> PlainData.decode(Arrays.copyOf(whole, whole.length + 1)))
        .isInstanceOf(GarbledFrameException.class);
  }

  @Test
  void noise_is_garbled_and_never_anything_worse() {
    var random = new Random(42);
    var tags = "ntfildsILD[{".toCharArray();
    for (int i = 0; i < 50_000; i++) {
      var noise = new byte[1 + random.nextInt(40)];
      random.nextBytes(noise);
      for (int at = 0; at < noise.length; at += 5) {
        noise[at] = (byte) tags[random.nextInt(tags.length)];
      }
      noise[Math.min(1, noise.length - 1)] = 0;
      try {
        PlainData.decode(noise);
      } catch (Exception e) {
        assertThat(e).isInstanceOf(GarbledFrameException.class);
      }
    }
  }

  @Test
  void a_lie_about_a_length_takes_no_memory() {
    for (char tag : "sILD[{".toCharArray()) {
      var lie = ByteBuffer.allocate(5);
      lie.put((byte) tag).putInt(Integer.MAX_VALUE);
      assertThatThrownBy(() -> PlainData.check(lie.array()))
          .isInstanceOf(GarbledFrameException.class);
    }
  }

  @Test
  void lists_nested_too_deep_are_garbled_before_the_stack_ends() {
    var deep = ByteBuffer.allocate(5 * 100_000);
    while (deep.hasRemaining()) {
      deep.put((byte) '[').putInt(1);
    }
    assertThatThrownBy(() -> PlainData.check(deep.array()))
        .isInstanceOf(GarbledFrameException.class);
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 9 : 11)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt();
      case 3 -> random.nextLong();
      case 4 -> random.nextDouble();
      case 5 -> "ä€\uD83D\uDE00x".repeat(random.nextInt(400));
      case 6 -> random.ints(random.nextInt(5)).toArray();
      case 7 -> random.longs(random.nextInt(5)).toArray();
      case 8 -> random.doubles(random.nextInt(5)).toArray();
      case 9 -> {
        var list = new ArrayList<@Nullable Object>();
        for (int left = random.nextInt(4); left > 0; left--) {
          list.add(value(random, depth + 1));
        }
        yield list;
      }
      default -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int left = random.nextInt(4); left > 0; left--) {
          map.put("k" + left, value(random, depth + 1));
        }
        yield map;
      }
    };
  }
}
