package threadmill.server.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.server.Fixtures;
import threadmill.server.ServerTest;

/// The examples of experiments that the page's tests read, read and written by our types.
@ServerTest
class ExperimentFixturesTest {
  private static final Map<String, Class<? extends ExperimentEvent>> BODIES =
      Map.of(
          "state", ExperimentEvent.State.class,
          "began", ExperimentEvent.Began.class,
          "measured", ExperimentEvent.Measured.class,
          "cell", ExperimentEvent.Cell.class,
          "ended", ExperimentEvent.Ended.class);

  @Inject ObjectMapper json;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "experiment-queued",
        "experiment-running",
        "experiment-finished",
        "experiment-cancelled"
      })
  void experiments_are_those_of_the_page(String name) throws IOException {
    Fixtures.survives(Fixtures.read(name, json), ExperimentView.class, json);
  }

  @Test
  void lists_and_results_are_those_of_the_page() throws IOException {
    Fixtures.survives(Fixtures.read("experiment-list", json), ExperimentSummary.Page.class, json);
    Fixtures.survives(Fixtures.read("experiment-results", json), ResultsView.class, json);
  }

  @Test
  void events_are_those_of_the_page() throws IOException {
    var events = Fixtures.read("experiment-events", json);
    assertThat(events).isNotEmpty();
    for (var event : events) {
      assertThat(event.fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("seq", "at", "type", "data");
      var body = BODIES.get(event.path("type").asText());
      assertThat(body).as(event.toString()).isNotNull();
      Fixtures.survives(event.path("data"), body, json);
    }
  }
}
