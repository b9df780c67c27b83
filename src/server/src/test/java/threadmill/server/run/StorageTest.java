package threadmill.server.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static threadmill.server.ScriptedRunner.result;
import static threadmill.server.ScriptedRunner.stdout;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import threadmill.runner.RunResult;
import threadmill.runner.Timings;
import threadmill.runner.Verdict;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice;
import threadmill.runner.timeline.Timeline;
import threadmill.server.ScriptedRunner;
import threadmill.server.ServerTest;
import threadmill.server.Visitor;

@ServerTest
class StorageTest {
  @Inject ScriptedRunner runner;
  @Inject RunRepository runs;
  @Inject AgroalDataSource database;

  private final Visitor ada = new Visitor();

  @Test
  void deleting_a_run_deletes_all_that_hangs_on_it() throws SQLException {
    var id = ada.starts(traced());
    ada.awaits(id, "FINISHED");
    for (var table : List.of("run_files", "run_events", "run_timelines")) {
      assertThat(rows(table, id)).as(table).isPositive();
    }
    QuarkusTransaction.requiringNew().run(() -> runs.deleteById(UUID.fromString(id)));
    for (var table : List.of("run_files", "run_events", "run_timelines")) {
      assertThat(rows(table, id)).as(table).isZero();
    }
  }

  @Test
  void a_timeline_is_given_back_as_it_was_recorded() {
    var id = ada.starts(traced());
    ada.awaits(id, "FINISHED");
    var timeline =
        given().get("/api/v1/runs/" + id + "/timeline").then().statusCode(200).extract().jsonPath();
    assertThat(timeline.getString("source")).isEqualTo("perf");
    assertThat(timeline.getString("lanes[0].kind")).isEqualTo("thread");
    assertThat(timeline.getMap("lanes[0].slices[0]"))
        .isEqualTo(java.util.Map.of("from", 0, "to", 1200, "state", "RUNNING", "core", 0));
    assertThat(timeline.getString("lanes[0].slices[1].detail.lock"))
        .isEqualTo("java.lang.Object@1b");
    assertThat(timeline.getMap("lanes[0].slices[1].detail")).containsOnlyKeys("lock", "owner");
    var plain =
        given()
            .config(
                io.restassured.config.RestAssuredConfig.config()
                    .decoderConfig(
                        io.restassured.config.DecoderConfig.decoderConfig().noContentDecoders()))
            .get("/api/v1/runs/" + id + "/timeline");
    assertThat(plain.header("Content-Encoding")).isNull();
    assertThat(plain.jsonPath().getLong("endNanos")).isEqualTo(5_000);
  }

  @Test
  void a_timeline_is_exported_in_the_format_of_trace_viewers() {
    var id = ada.starts(traced());
    ada.awaits(id, "FINISHED");
    var trace =
        given()
            .get("/api/v1/runs/" + id + "/timeline?format=trace")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    var complete = trace.getList("traceEvents.findAll { it.ph == 'X' }");
    assertThat(complete).hasSize(3);
    assertThat(trace.getString("traceEvents.find { it.ph == 'X' }.name")).isEqualTo("RUNNING");
    assertThat(trace.getDouble("traceEvents.find { it.ph == 'X' }.dur")).isEqualTo(1.2);
    assertThat(trace.getList("traceEvents.findAll { it.name == 'thread_name' }.args.name"))
        .containsExactly("main", "core 0");
    assertThat(trace.getString("traceEvents.find { it.cat == 'core' }.name")).isEqualTo("main");
    assertThat(trace.getDouble("traceEvents.find { it.ph == 'i' }.ts")).isEqualTo(2.0);
  }

  private String traced() {
    return runner.script((_, listener, _) -> {
      listener.on(stdout("hi"));
      var plain = result(Verdict.OK);
      return new RunResult(
          plain.verdict(),
          plain.explanation(),
          plain.startedAt(),
          plain.exitCode(),
          new Timings(Duration.ZERO, Duration.ZERO, Duration.ofNanos(5_000), Duration.ZERO),
          1,
          List.of(),
          timeline());
    });
  }

  private static Timeline timeline() {
    return new Timeline(
        Instant.parse("2026-11-22T10:00:00Z"),
        5_000,
        List.of(
            new Lane(
                1,
                Lane.Kind.THREAD,
                1,
                "main",
                List.of(
                    new Slice(0, 1_200, Slice.State.RUNNING, 0, null),
                    new Slice(
                        1_200,
                        5_000,
                        Slice.State.BLOCKED,
                        null,
                        new Slice.Detail("java.lang.Object@1b", 2, null)))),
            new Lane(
                2,
                Lane.Kind.CORE,
                0,
                "core 0",
                List.of(
                    new Slice(
                        0, 1_200, Slice.State.RUNNING, 0, new Slice.Detail(null, 1, "main"))))),
        List.of(new Timeline.Mark(2_000, "phase")),
        List.of(),
        Timeline.Source.PERF,
        0);
  }

  private long rows(String table, String run) throws SQLException {
    try (var session = database.getConnection();
        var ask = session.prepareStatement("select count(*) from " + table + " where run_id = ?")) {
      ask.setObject(1, UUID.fromString(run));
      try (var rows = ask.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
