package threadmill.server.comparison;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import threadmill.runner.Verdict;
import threadmill.server.ScriptedRunner;
import threadmill.server.ServerTest;
import threadmill.server.Visitor;

/// Comparisons of runs and experiments that are scripts.
@ServerTest
class ComparisonFlowTest {
  @Inject ScriptedRunner runner;

  private final Visitor ada = new Visitor();
  private final Visitor bob = new Visitor();

  @Test
  void of_two_runs_the_lines_settings_and_single_times_are_told_and_no_verdict_is_made_of_them() {
    var first = finished(ada, Verdict.OK, Map.of("cores", 1));
    var second = finished(ada, Verdict.OK, Map.of("cores", 2));

    // Whoever has the links may compare, too.
    var told = compares(bob, "run:" + first, "run:" + second);

    assertThat(told.getString("verdict"))
        .isEqualTo("No comparison: at least two times of each are needed.");
    assertThat(told.getList("timings.quantity")).containsExactly("WALL_TIME", "CPU_TIME");
    assertThat(told.getList("timings.finding")).containsOnly("TOO_FEW");
    assertThat(told.getMap("timings[0].a")).containsOnlyKeys("times", "medianNanos");
    assertThat(told.getLong("timings[0].a.medianNanos")).isEqualTo(3_000_000);
    assertThat(told.getMap("timings[0]")).doesNotContainKey("speedUp");
    assertThat(told.getList("settings.name")).contains("cores");
    assertThat(told.getString("settings.find { it.name == 'cores' }.a")).isEqualTo("1");
    assertThat(told.getString("settings.find { it.name == 'cores' }.b")).isEqualTo("2");
    assertThat(told.getList("files.change")).containsExactly("CHANGED");
    assertThat(told.getList("files[0].lines.text", String.class))
        .hasSize(2)
        .allMatch(line -> line.startsWith("// script "));
    assertThat(told.getList("cautions")).isEmpty();
    assertThat(told.getString("a.reference")).isEqualTo("run:" + first);
    assertThat(told.getString("a.run")).isEqualTo("FINISHED");
    // These scripts leave none.
    assertThat(told.getMap("a")).doesNotContainKey("timelineOf");
  }

  @Test
  void a_run_that_did_not_end_well_is_told_with_its_verdict() {
    var good = finished(ada, Verdict.OK, Map.of());
    var bad = finished(ada, Verdict.DEADLOCK, Map.of());

    assertThat(compares(ada, "run:" + good, "run:" + bad).getList("cautions"))
        .containsExactly(
            "B ended as DEADLOCK, so its time is not that of a program that did its work.");
  }

  @Test
  void two_cells_are_compared_with_the_words_and_intervals_of_their_experiment() {
    var source =
        runner.script((order, _, _) -> ScriptedRunner.timed(600_000_000L / order.parallelism(), 0));
    var id = measured(source, 3);
    var experiment = ada.asks().get("/api/v1/experiments/" + id).jsonPath();

    var told = compares(bob, "cell:" + id + "/0", "cell:" + id + "/1");

    assertThat(told.getString("verdict")).isEqualTo("B is 2.00x faster than A, 95 % CI 2.00–2.00.");
    assertThat(told.getString("timings[0].words")).isEqualTo("2.00x faster, 95 % CI 2.00–2.00");
    assertThat(told.getString("timings[1].words")).isEqualTo("2.00x less, 95 % CI 2.00–2.00");
    assertThat(told.getInt("timings[0].a.times")).isEqualTo(3);
    for (var bound : List.of("medianNanos", "lowNanos", "highNanos")) {
      assertThat(told.getLong("timings[0].b." + bound))
          .isEqualTo(experiment.getLong("cells[1].wall." + bound));
    }
    assertThat(told.getList("settings.name")).containsExactly("executor.parallelism");
    assertThat(told.getList("files.change")).containsExactly("SAME");
    assertThat(told.getString("a.cell")).isEqualTo("DONE");
    assertThat(told.getList("cautions")).isEmpty();
    // The timeline is that of one of its repetitions.
    ada.asks()
        .get("/api/v1/runs/" + told.getString("b.timelineOf") + "/timeline")
        .then()
        .statusCode(200)
        .body("endNanos", equalTo(300_000_000));

    assertThat(compares(bob, "cell:" + id + "/1", "cell:" + id + "/0").getString("verdict"))
        .isEqualTo("B is 2.00x slower than A, 95 % CI 2.00–2.00.");
  }

  @Test
  void the_repetition_that_stands_for_a_cell_is_the_one_with_the_median_time() {
    var round = new AtomicInteger();
    var source =
        runner.script((order, _, _) ->
            ScriptedRunner.timed(
                order.parallelism() == 2
                    ? 500_000_000L
                    : List.of(410_000_000L, 400_000_000L, 390_000_000L)
                        .get(round.getAndIncrement()),
                0));
    var id = measured(source, 3);

    var run = compares(ada, "cell:" + id + "/0", "cell:" + id + "/1").getString("a.timelineOf");

    assertThat(ada.run(run).getLong("timings.wallNanos")).isEqualTo(400_000_000L);
  }

  @Test
  void cells_of_different_experiments_are_compared_with_a_caution() {
    var source = runner.script((_, _, _) -> ScriptedRunner.timed(400_000_000L, 0));
    var first = measured(source, 2);
    var second = measured(source, 2);

    var told = compares(ada, "cell:" + first + "/0", "cell:" + second + "/0");

    assertThat(told.getString("verdict"))
        .isEqualTo("No difference that this data can show, 95 % CI 1.00–1.00 times as fast.");
    assertThat(told.getList("cautions", String.class))
        .singleElement()
        .satisfies(caution -> assertThat(caution).contains("different experiments"));
  }

  @Test
  void a_noisy_cell_is_compared_with_the_reason_why_it_is_noisy() {
    var source =
        runner.script((order, _, _) ->
            ScriptedRunner.timed(400_000_000L, order.parallelism() == 2 ? 100_000_000L : 0));
    var id = measured(source, 2);

    assertThat(
            compares(ada, "cell:" + id + "/0", "cell:" + id + "/1")
                .getList("cautions", String.class))
        .singleElement()
        .satisfies(caution ->
            assertThat(caution).startsWith("B is too noisy. Others used its cores: for 25 %"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', run:1, a, is missing",
    "run:1, '', b, is missing",
    "walk:1, run:1, a, must be run:ID",
    "cell:1, run:1, a, must be run:ID",
    "run:1, cell:1/-1, b, must be run:ID",
    "run:1, run:1, b, is the same as a"
  })
  void what_is_wrong_with_the_address_is_named(String a, String b, String field, String message) {
    ada.asks()
        .queryParam("a", a)
        .queryParam("b", b)
        .get("/api/v1/comparisons")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo(field))
        .body("errors[0].message", containsString(message));
  }

  @Test
  void a_side_that_is_not_there_is_named() {
    var run = "run:" + finished(ada, Verdict.OK, Map.of());
    var nowhere = UUID.randomUUID();
    for (var missing : List.of("run:" + nowhere, "cell:" + nowhere + "/0", "run:none")) {
      ada.asks()
          .queryParam("a", run)
          .queryParam("b", missing)
          .get("/api/v1/comparisons")
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("errors[0].field", equalTo("b"));
    }
    var experiment = measured(runner.script((_, _, _) -> ScriptedRunner.timed(1_000_000, 0)), 2);
    ada.asks()
        .queryParam("a", "cell:" + experiment + "/2")
        .queryParam("b", run)
        .get("/api/v1/comparisons")
        .then()
        .statusCode(404)
        .body("errors[0].field", equalTo("a"))
        .body("errors[0].message", containsString("no cell with this number"));
  }

  /// @return the id of a run that has ended
  private String finished(Visitor visitor, Verdict verdict, Map<String, Object> settings) {
    var body = new HashMap<>(settings);
    var source = runner.script((_, _, _) -> ScriptedRunner.result(verdict));
    body.put("files", List.of(Map.of("path", "Main.java", "content", source)));
    String id = visitor.posts(body).then().statusCode(201).extract().path("id");
    visitor.awaits(id, "FINISHED");
    return id;
  }

  /// @return the id of an experiment with parallelism 1 and 2 that has ended
  private String measured(String source, int repeats) {
    String id =
        ada.posts(
                "/api/v1/experiments",
                Map.of(
                    "run",
                    Map.of("files", List.of(Map.of("path", "Main.java", "content", source))),
                    "matrix",
                    Map.of("executors", List.of("fixed"), "parallelism", List.of(1, 2)),
                    "repeats",
                    repeats,
                    "warmUp",
                    0))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    await()
        .atMost(30, SECONDS)
        .until(() ->
            ada.asks()
                .get("/api/v1/experiments/" + id)
                .jsonPath()
                .getString("state")
                .equals("FINISHED"));
    return id;
  }

  private static JsonPath compares(Visitor visitor, String a, String b) {
    return visitor
        .asks()
        .queryParam("a", a)
        .queryParam("b", b)
        .get("/api/v1/comparisons")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
