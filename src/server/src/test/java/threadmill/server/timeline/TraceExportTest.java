package threadmill.server.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice;
import threadmill.runner.timeline.Timeline;

class TraceExportTest {
  private static final List<String> NAMES =
      List.of("main", "a \"quoted\" name", "back\\slash", "línea", "\u0001\n\t", "");

  private final Random random = new Random(3);

  @Test
  void every_lane_has_a_name_and_every_slice_an_event_exact_to_the_nanosecond() throws IOException {
    for (int i = 0; i < 50; i++) {
      var timeline = timeline();

      var events = exported(timeline);

      assertThat(of("M", "thread_name", events))
          .extracting(event -> event.get("args").get("name").asText())
          .containsExactlyElementsOf(timeline.lanes().stream().map(Lane::name).toList());
      var slices = timeline.lanes().stream().flatMap(lane -> lane.slices().stream()).toList();
      var drawn = of("X", "", events);
      assertThat(drawn).hasSameSizeAs(slices);
      for (int s = 0; s < slices.size(); s++) {
        var slice = slices.get(s);
        assertThat(nanos(drawn.get(s).get("ts"))).isEqualTo(slice.from());
        assertThat(nanos(drawn.get(s).get("dur"))).isEqualTo(slice.to() - slice.from());
      }
      assertThat(of("i", "", events))
          .extracting(event -> nanos(event.get("ts")))
          .containsExactlyElementsOf(timeline.marks().stream().map(Timeline.Mark::at).toList());
      for (var phase : List.of("s", "f")) {
        assertThat(of(phase, "unlock", events))
            .extracting(event -> nanos(event.get("ts")))
            .containsExactlyElementsOf(timeline.links().stream().map(Timeline.Link::at).toList());
      }
      assertThat(of("s", "", events))
          .extracting(event -> event.get("tid").asInt())
          .containsExactlyElementsOf(timeline.links().stream().map(Timeline.Link::from).toList());
    }
  }

  private Timeline timeline() {
    var lanes = IntStream.range(0, 1 + random.nextInt(6)).mapToObj(this::lane).toList();
    var marks = List.of(new Timeline.Mark(random.nextLong(1L << 53), "phase \"one\""));
    var links = List.of(new Timeline.Link(random.nextLong(1L << 53), 1, 0, "unlock"));
    return new Timeline(Instant.EPOCH, 1L << 53, lanes, marks, links, Timeline.Source.PERF, 0);
  }

  private Lane lane(int id) {
    var slices = new ArrayList<Slice>();
    long at = -random.nextLong(1L << 40);
    for (int i = random.nextInt(20); i > 0; i--) {
      long to = at + random.nextLong(1L << 45);
      slices.add(new Slice(at, to, Slice.State.RUNNING, 0, null));
      at = to;
    }
    var name = NAMES.get(random.nextInt(NAMES.size()));
    return new Lane(id, Lane.Kind.THREAD, 1, name, slices);
  }

  private static JsonNode exported(Timeline timeline) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new TraceExport(new ObjectMapper()).write(timeline, bytes);
    return new ObjectMapper()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .readTree(bytes.toByteArray())
        .get("traceEvents");
  }

  private static long nanos(JsonNode micros) {
    return micros.decimalValue().movePointRight(3).longValueExact();
  }

  private static List<JsonNode> of(String phase, String name, JsonNode events) {
    return StreamSupport.stream(events.spliterator(), false)
        .filter(event -> event.get("ph").asText().equals(phase))
        .filter(event -> name.isEmpty() || event.get("name").asText().equals(name))
        .toList();
  }
}
