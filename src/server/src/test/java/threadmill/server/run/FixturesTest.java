package threadmill.server.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.runner.timeline.Timeline;
import threadmill.server.Fixtures;
import threadmill.server.ServerTest;
import threadmill.server.event.EventBody;
import threadmill.server.problem.Problem;

/// The examples of the wire format that the page's tests read, read and written by our types: what
/// the page relies on is there, with the same name and value.
@ServerTest
class FixturesTest {
  private static final Map<String, Class<? extends EventBody>> BODIES =
      Map.of(
          "state", EventBody.State.class,
          "stdout", EventBody.Stdout.class,
          "stderr", EventBody.Stderr.class,
          "diagnostic", EventBody.Diagnosed.class,
          "metric", EventBody.Metric.class,
          "timeline", EventBody.Timeline.class,
          "verdict", EventBody.Ended.class);

  @Inject ObjectMapper json;

  @ParameterizedTest
  @ValueSource(
      strings = {"run-queued", "run-running", "run-finished", "run-deadlock", "run-compile-error"})
  void runs_are_those_of_the_page(String name) throws IOException {
    survives(read(name), RunView.class);
  }

  @Test
  void lists_outputs_and_problems_are_those_of_the_page() throws IOException {
    survives(read("run-list"), RunSummary.Page.class);
    survives(read("output"), OutputView.class);
    survives(read("problem-400"), Problem.class);
    survives(read("problem-429"), Problem.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeline", "timeline-deadlock"})
  void timelines_are_those_of_the_page(String name) throws IOException {
    survives(read(name), Timeline.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "events-full-run",
        "events-deadlock",
        "events-compile-error",
        "events-second-attempt"
      })
  void events_are_those_of_the_page(String name) throws IOException {
    var events = read(name);
    assertThat(events).isNotEmpty();
    for (var event : events) {
      assertThat(event.fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("seq", "attempt", "atNanos", "type", "data");
      var body = BODIES.get(event.path("type").asText());
      assertThat(body).as(event.toString()).isNotNull();
      survives(event.path("data"), body);
    }
  }

  @Test
  void settings_have_all_that_the_page_reads() throws IOException {
    var answer = json.readTree(given().get("/api/v1/settings").then().extract().body().asString());
    Fixtures.hasFieldsOf(read("settings"), answer, "settings");
  }

  private JsonNode read(String name) throws IOException {
    return Fixtures.read(name, json);
  }

  private void survives(JsonNode fixture, Class<?> type) throws IOException {
    Fixtures.survives(fixture, type, json);
  }
}
