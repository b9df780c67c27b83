package threadmill.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeasurementTest {

  @Test
  void median_and_quartiles_are_those_of_the_times() {
    var m = new Measurement(0, List.of(5L, 1L, 3L, 2L, 4L));

    assertThat(m.nanos()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(m.lowerQuartileNanos()).isEqualTo(2);
    assertThat(m.medianNanos()).isEqualTo(3);
    assertThat(m.upperQuartileNanos()).isEqualTo(4);
    assertThat(new Measurement(0, List.of(10L, 20L)).medianNanos()).isEqualTo(15);
  }

  @Test
  void it_prints_itself_in_words() {
    assertThat(new Measurement(5, List.of(1_200_000L, 1_300_000L, 1_400_000L)))
        .hasToString("median 1.30 ms, middle half 1.25–1.35 ms, 3 times after 5 to warm up");
    assertThat(new Measurement(0, List.of(42L)))
        .hasToString("median 42 ns, middle half 42–42 ns, once after 0 to warm up");
  }

  @Test
  void the_section_is_done_to_warm_up_and_then_timed() throws Exception {
    var calls = new AtomicInteger();

    var m = Lab.measure(3, 4, calls::incrementAndGet);

    assertThat(calls).hasValue(7);
    assertThat(m.nanos()).hasSize(4);
    assertThat(m.warmUp()).isEqualTo(3);
    assertThatThrownBy(() -> Lab.measure(0, 0, calls::incrementAndGet))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
