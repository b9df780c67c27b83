import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class BufferTest {

  @Test
  void everybody_goes_home(Subject subject) {
    subject.call("BufferDriver.rounds", 40);
  }

  @Test
  void what_went_in_comes_out_in_order(Subject subject) {
    int capacity = subject.random().nextInt(2, 9);
    int times = subject.random().nextInt(2, 9);
    var out = subject.call("BufferDriver.fillAndEmpty", capacity, times).asList();
    for (int i = 0; i < capacity * times; i++) {
      assertEquals(
          Integer.toString(i),
          String.valueOf(out.get(i)),
          "item %d that came out of a buffer for %d".formatted(i, capacity));
    }
  }

  @Test
  void full_and_empty_make_wait(Subject subject) {
    int capacity = subject.random().nextInt(1, 6);
    assertTrue(
        subject.call("BufferDriver.producerWaits", capacity).asBoolean(),
        "a producer should wait (without a time limit, and without asking again and again) while"
            + " a buffer for "
            + capacity
            + " is full, and go on when one item was taken");
    assertTrue(
        subject.call("BufferDriver.consumerWaits", capacity).asBoolean(),
        "a consumer should wait (without a time limit, and without asking again and again) while"
            + " the buffer is empty, and go on when an item has come");
  }

  @Test
  void who_is_woken_looks_again(Subject subject) {
    int consumers = subject.random().nextInt(2, 5);
    assertEquals(
        1,
        subject.call("BufferDriver.servedByOneItem", 4, consumers).asInt(),
        consumers + " consumers waited and one item came; how many of them went on");
  }

  /// Now and then there are one producer and one consumer only.
  @Test
  void nothing_is_lost_and_nothing_comes_twice(Subject subject) {
    var random = subject.random();
    boolean crowd = random.nextInt(4) > 0;
    int producers = crowd ? random.nextInt(2, 5) : 1;
    int consumers = crowd ? random.nextInt(2, 5) : 1;
    boolean narrow = random.nextInt(3) == 0; // else nobody ever waits for room
    int capacity = narrow ? random.nextInt(2, 9) : 4_000;
    int each = narrow ? random.nextInt(20, 60) : random.nextInt(150, 250);
    var taken =
        subject.call("BufferDriver.crowd", capacity, producers, consumers, each).asInts().clone();
    Arrays.sort(taken);
    assertArrayEquals(
        IntStream.range(0, producers * consumers * each).toArray(),
        taken,
        "all that %d producer(s) put and %d consumer(s) took, sorted (-1 is null)"
            .formatted(producers, consumers));
  }
}
