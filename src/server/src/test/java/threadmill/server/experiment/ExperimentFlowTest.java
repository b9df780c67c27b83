package threadmill.server.experiment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import threadmill.runner.RunOrder;
import threadmill.runner.Verdict;
import threadmill.server.EventClient;
import threadmill.server.ScriptedRunner;
import threadmill.server.ServerTest;
import threadmill.server.Visitor;

/// Experiments whose runs are scripts: how they are taken, carried out, told and judged.
@ServerTest
class ExperimentFlowTest {
  @Inject ScriptedRunner runner;

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init") // Quarkus fills it.
  URI base;

  private final Visitor ada = new Visitor();
  private final Visitor bob = new Visitor();

  @Test
  void an_experiment_runs_every_cell_in_turn_and_ends_with_medians_and_speed_ups() {
    var orders = Collections.synchronizedList(new ArrayList<RunOrder>());
    var source =
        runner.script((order, _, _) -> {
          orders.add(order);
          return ScriptedRunner.timed(600_000_000L / order.parallelism(), 0);
        });
    var posted =
        posts(
            source,
            Map.of(
                "executors",
                List.of("fixed"),
                "parallelism",
                List.of(1, 2),
                "sizes",
                List.of(10, 20)),
            3,
            1);
    assertThat(posted.getList("cells")).hasSize(4);
    assertThat(posted.getString("state")).isIn("QUEUED", "RUNNING");

    var ended = awaits(posted.getString("id"));
    assertThat(ended.getString("ending")).isEqualTo("COMPLETE");
    assertThat(orders).hasSize(16).allSatisfy(it -> assertThat(it.timed()).isTrue());
    assertThat(orders.stream().map(it -> it.args().getFirst()).distinct())
        .containsExactlyInAnyOrder("10", "20");
    assertThat(ended.getInt("progress.done")).isEqualTo(16);
    assertThat(ended.getList("cells.state")).containsOnly("DONE");
    assertThat(ended.getList("cells.done")).containsOnly(3);
    assertThat(ended.getList("cells.verified")).containsOnly(true);
    // Two sizes, each with a baseline of its own.
    assertThat(ended.getList("baselines", Integer.class)).containsExactly(0, 1);
    assertThat(ended.getLong("cells[0].wall.medianNanos")).isEqualTo(600_000_000L);
    var speedUps = ended.getList("cells.speedUp.value", Double.class);
    assertThat(speedUps).containsExactly(1.0, 1.0, 2.0, 2.0);
    assertThat(ended.getString("cells[2].speedUpInWords"))
        .isEqualTo("2.00x faster than cell 0, 95 % CI 2.00–2.00");
    assertThat(ended.getList("series.axis")).contains("PARALLELISM", "SCALED");
    assertThat(ended.getString("machines[0].cpu")).isEqualTo("Test CPU");
  }

  @Test
  void results_come_as_json_and_as_csv_with_a_row_for_each_repetition() {
    var source = runner.script((_, _, _) -> ScriptedRunner.timed(500_000_000L, 0));
    var id = posts(source, Map.of("parallelism", List.of(1, 2)), 2, 1).getString("id");
    awaits(id);
    ada.asks()
        .get("/api/v1/experiments/" + id + "/results")
        .then()
        .statusCode(200)
        .body("repetitions.size()", equalTo(6))
        .body("repetitions[0].warmUp", equalTo(true))
        .body("repetitions[0].noise.lostShare", equalTo(0.0f))
        .body("repetitions[0].number", equalTo(1));
    var csv =
        ada.asks()
            .accept("text/csv")
            .get("/api/v1/experiments/" + id + "/results?format=csv")
            .then()
            .statusCode(200)
            .header("Content-Type", containsString("text/csv"))
            .extract()
            .asString();
    var lines = csv.split("\r\n", -1);
    assertThat(lines[0]).startsWith("number,cell,take,round,warmUp,executor");
    assertThat(lines).hasSize(1 + 6 + 1);
    assertThat(lines[1].split(",", -1)).hasSameSizeAs(lines[0].split(",", -1));
    ada.asks().get("/api/v1/experiments/" + id + "/results?format=xls").then().statusCode(400);
  }

  @Test
  void a_cell_whose_cores_others_use_is_too_noisy_and_can_be_measured_again() {
    var noisy = new AtomicInteger(3);
    var source =
        runner.script((_, _, _) ->
            ScriptedRunner.timed(400_000_000L, noisy.getAndDecrement() > 0 ? 100_000_000L : 0));
    var id = posts(source, Map.of(), 2, 1).getString("id");
    var first = awaits(id);
    assertThat(first.getString("cells[0].state")).isEqualTo("TOO_NOISY");
    assertThat(first.getString("cells[0].tooNoisyBecause[0]")).contains("for 25 % of their time");
    assertThat(first.getBoolean("cells[0].mayAgain")).isTrue();

    bob.asks().post("/api/v1/experiments/" + id + "/cells/0/again").then().statusCode(403);
    ada.asks().post("/api/v1/experiments/" + id + "/cells/1/again").then().statusCode(404);
    ada.asks().post("/api/v1/experiments/" + id + "/cells/0/again").then().statusCode(202);
    await()
        .atMost(30, SECONDS)
        .until(() -> experiment(id).getString("cells[0].state").equals("DONE"));
    var second = awaits(id);
    assertThat(second.getInt("cells[0].take")).isEqualTo(2);
    assertThat(second.getInt("progress.done")).isEqualTo(6);
    // It ended, went on and ended again: all that is in the journal, and the socket closes after.
    try (var socket = new EventClient(base, "experiments", id, 0)) {
      socket.awaitsClose();
      var types = socket.events().stream().map(it -> it.path("type").asText()).toList();
      assertThat(types.stream().filter("ended"::equals)).hasSize(2);
      assertThat(types).endsWith("ended").contains("began", "measured", "cell");
    }
  }

  @Test
  void a_cell_whose_program_fails_tells_the_verdict_and_the_run_and_others_go_on() {
    var source =
        runner.script((order, _, _) ->
            order.parallelism() == 2
                ? ScriptedRunner.result(Verdict.DEADLOCK)
                : ScriptedRunner.timed(400_000_000L, 0));
    var id = posts(source, Map.of("parallelism", List.of(1, 2)), 2, 0).getString("id");
    var ended = awaits(id);
    assertThat(ended.getList("cells.state")).containsExactly("DONE", "FAILED");
    assertThat(ended.getString("cells[1].failure.verdict")).isEqualTo("DEADLOCK");
    var run = ended.getString("cells[1].failure.run");
    assertThat(ada.run(run).getString("verdict")).isEqualTo("DEADLOCK");
    assertThat(ended.getInt("progress.done")).isEqualTo(3);
  }

  @Test
  void cancelling_stops_the_run_under_way_and_keeps_what_was_measured()
      throws InterruptedException {
    var begun = new CountDownLatch(1);
    var source =
        runner.script((_, _, cancelled) -> {
          begun.countDown();
          cancelled.await();
          return ScriptedRunner.result(Verdict.CANCELLED);
        });
    var id = posts(source, Map.of("parallelism", List.of(1, 2)), 2, 0).getString("id");
    begun.await();
    bob.asks().delete("/api/v1/experiments/" + id).then().statusCode(403);
    ada.asks().delete("/api/v1/experiments/" + id).then().statusCode(202);
    var ended = awaits(id);
    assertThat(ended.getString("ending")).isEqualTo("CANCELLED");
    assertThat(ended.getList("cells.state")).containsOnly("INCOMPLETE");
  }

  @Test
  void runs_are_served_while_an_experiment_is_under_way() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var source =
        runner.script((_, _, cancelled) -> {
          begun.countDown();
          cancelled.await();
          return ScriptedRunner.result(Verdict.CANCELLED);
        });
    var id = posts(source, Map.of(), 2, 0).getString("id");
    begun.await();
    var run = bob.starts(runner.script((_, _, _) -> ScriptedRunner.result(Verdict.OK)));
    assertThat(bob.awaits(run, "FINISHED").getString("verdict")).isEqualTo("OK");
    ada.asks().delete("/api/v1/experiments/" + id).then().statusCode(202);
    awaits(id);
    // Repetitions are the experiment's, not among one's own runs.
    assertThat(ada.asks().get("/api/v1/runs").jsonPath().getList("runs")).isEmpty();
    assertThat(ada.asks().get("/api/v1/experiments").jsonPath().getList("experiments.id"))
        .containsExactly(id);
  }

  @Test
  void what_is_wrong_is_named_field_by_field() {
    ada.asks()
        .body("{}")
        .post("/api/v1/experiments")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("run"));
    refuses(
        Map.of("executors", List.of("warp"), "cores", List.of(999)),
        2,
        0,
        "matrix.executors[0]",
        "matrix.cores[0]");
    refuses(Map.of("parallelism", List.of(1, 1)), 2, 0, "matrix.parallelism[1]");
    refuses(Map.of("sizes", List.of()), 2, 0, "matrix.sizes");
    refuses(Map.of(), 0, 99, "repeats", "warmUp");
    var many = new ArrayList<Integer>();
    for (int i = 0; i < 65; i++) {
      many.add(i);
    }
    refuses(Map.of("sizes", many), 2, 0, "matrix");
    refuses(Map.of("sizes", many.subList(0, 40)), 30, 1, "repeats");
    ada.asks()
        .body(Map.of("run", Map.of("files", List.of())))
        .post("/api/v1/experiments")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("run.files"));
    ada.asks().get("/api/v1/experiments/none").then().statusCode(404);
  }

  private void refuses(Map<String, Object> matrix, int repeats, int warmUp, String... fields) {
    var answer =
        ada.asks()
            .body(body("void main() {}", matrix, repeats, warmUp))
            .post("/api/v1/experiments");
    answer.then().statusCode(400).contentType("application/problem+json");
    assertThat(answer.jsonPath().getList("errors.field")).contains((Object[]) fields);
  }

  private JsonPath posts(String source, Map<String, Object> matrix, int repeats, int warmUp) {
    return ada.posts("/api/v1/experiments", body(source, matrix, repeats, warmUp))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static Map<String, Object> body(
      String source, Map<String, Object> matrix, int repeats, int warmUp) {
    return Map.of(
        "run",
        Map.of("files", List.of(Map.of("path", "Main.java", "content", source))),
        "matrix",
        matrix,
        "repeats",
        repeats,
        "warmUp",
        warmUp);
  }

  private JsonPath experiment(String id) {
    return ada.asks().get("/api/v1/experiments/" + id).then().statusCode(200).extract().jsonPath();
  }

  private JsonPath awaits(String id) {
    await().atMost(30, SECONDS).until(() -> experiment(id).getString("state").equals("FINISHED"));
    return experiment(id);
  }
}
