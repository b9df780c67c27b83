package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimelineCodecTest {

  @Test
  void what_was_written_is_read() {
    var timelines = new RandomTimelines(42);
    for (int i = 0; i < 300; i++) {
      var timeline = timelines.next();
      assertThat(TimelineCodec.read(TimelineCodec.write(timeline))).isEqualTo(timeline);
    }
  }

  @Test
  void bytes_that_are_no_timeline_are_refused() {
    var bytes = TimelineCodec.write(new RandomTimelines(7).next());
    assertThatThrownBy(() -> TimelineCodec.read(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TimelineCodec.read(Arrays.copyOf(bytes, bytes.length / 2)))
        .isInstanceOf(IllegalArgumentException.class);
    bytes[0] = 99;
    assertThatThrownBy(() -> TimelineCodec.read(bytes)).hasMessageContaining("version 99");
  }
}
