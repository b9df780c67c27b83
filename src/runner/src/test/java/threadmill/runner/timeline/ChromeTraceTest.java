package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChromeTraceTest {

  @Test
  void every_lane_has_a_name_and_every_slice_an_event_in_microseconds() throws IOException {
    var timelines = new RandomTimelines(3);
    for (int i = 0; i < 50; i++) {
      var timeline = timelines.next();
      var json = new StringBuilder();
      ChromeTrace.write(timeline, json);
      var events =
          new ObjectMapper()
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .readTree(json.toString())
              .get("traceEvents");
      var names = of("M", events).stream().filter(e -> named(e, "thread_name")).toList();
      assertThat(names.stream().map(e -> e.get("args").get("name").asText()))
          .containsExactlyElementsOf(timeline.lanes().stream().map(Lane::name).toList());
      var slices = timeline.lanes().stream().flatMap(lane -> lane.slices().stream()).toList();
      var drawn = of("X", events);
      assertThat(drawn).hasSameSizeAs(slices);
      for (int s = 0; s < slices.size(); s++) {
        assertThat(nanos(drawn.get(s).get("ts"))).isEqualTo(slices.get(s).from());
        assertThat(nanos(drawn.get(s).get("dur")))
            .isEqualTo(slices.get(s).to() - slices.get(s).from());
      }
      assertThat(of("i", events)).hasSameSizeAs(timeline.marks());
    }
  }

  private static boolean named(JsonNode event, String name) {
    return event.get("name").asText().equals(name);
  }

  private static long nanos(JsonNode micros) {
    return micros.decimalValue().movePointRight(3).longValueExact();
  }

  private static List<JsonNode> of(String phase, JsonNode events) {
    List<JsonNode> found = new ArrayList<>();
    events.forEach(event -> {
      if (event.get("ph").asText().equals(phase)) {
        found.add(event);
      }
    });
    return found;
  }
}
