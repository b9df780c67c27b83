package threadmill.server.run;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static threadmill.server.ScriptedRunner.result;
import static threadmill.server.ScriptedRunner.running;
import static threadmill.server.ScriptedRunner.stdout;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import threadmill.runner.Verdict;
import threadmill.server.ScriptedRunner;
import threadmill.server.ServerTest;
import threadmill.server.Visitor;

@ServerTest
class RunFlowTest {
  @Inject ScriptedRunner runner;

  private final Visitor ada = new Visitor();
  private final Visitor bob = new Visitor();

  @Test
  void a_run_is_answered_at_once_and_ends_with_its_verdict() {
    var source =
        runner.script((_, listener, _) -> {
          listener.on(running());
          listener.on(stdout("hi\n"));
          return result(Verdict.OK);
        });
    var posted = ada.posts(source);
    posted.then().statusCode(201).body("state", equalTo("QUEUED")).body("owned", equalTo(true));
    String id = posted.path("id");
    assertThat(posted.header("Location")).endsWith("/api/v1/runs/" + id);

    var run = ada.awaits(id, "FINISHED");
    assertThat(run.getString("verdict")).isEqualTo("OK");
    assertThat(run.getInt("attempt")).isEqualTo(1);
    assertThat(run.getLong("timings.wallNanos")).isEqualTo(3_000_000);
    assertThat(run.getLong("timings.queuedNanos")).isPositive();
    ada.asks()
        .get("/api/v1/runs/" + id + "/output")
        .then()
        .body("stdout", equalTo("hi\n"))
        .body("stderr", equalTo(""))
        .body("truncated", equalTo(false));
  }

  @Test
  void only_files_are_required_and_the_defaults_are_shown() {
    var id = ada.starts(runner.script((_, _, _) -> result(Verdict.OK)));
    var run = ada.run(id);
    assertThat(run.getString("request.isolation")).isEqualTo("process");
    assertThat(run.getInt("request.cores")).isEqualTo(1);
    assertThat(run.getInt("request.executor.parallelism")).isEqualTo(1);
    assertThat(run.getInt("request.limits.wallMillis")).isEqualTo(10_000);
    assertThat(run.getInt("request.limits.heapMiB")).isEqualTo(128);
    assertThat(run.getInt("request.limits.stdoutBytes")).isEqualTo(1_048_576);
    assertThat(run.getInt("request.limits.threads")).isEqualTo(512);
  }

  @Test
  void a_guest_gets_a_cookie_that_scripts_and_other_sites_cannot_use() {
    var cookie =
        ada.posts(runner.script((_, _, _) -> result(Verdict.OK)))
            .detailedCookie("threadmill_guest");
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Lax");
    assertThat(cookie.isSecured()).isFalse();
    assertThat(cookie.getValue()).hasSizeGreaterThanOrEqualTo(43);
  }

  @Test
  void whoever_has_the_link_may_read_a_run_but_only_its_guest_may_cancel_it() {
    var id =
        ada.starts(
            runner.script((_, _, cancelled) -> {
              cancelled.await();
              return result(Verdict.CANCELLED);
            }));
    assertThat(bob.run(id).getBoolean("owned")).isFalse();
    bob.cancels(id).then().statusCode(403).contentType("application/problem+json");
    ada.cancels(id).then().statusCode(202);
    assertThat(ada.awaits(id, "FINISHED").getString("verdict")).isEqualTo("CANCELLED");
    ada.cancels(id).then().statusCode(202).body("verdict", equalTo("CANCELLED"));
  }

  @Test
  void a_list_of_my_recent_runs_holds_mine_alone_and_the_newest_first() {
    var first = ada.starts(runner.script((_, _, _) -> result(Verdict.OK)));
    ada.awaits(first, "FINISHED");
    var second = ada.starts(runner.script((_, _, _) -> result(Verdict.OK)));
    bob.starts(runner.script((_, _, _) -> result(Verdict.OK)));
    var runs = ada.asks().get("/api/v1/runs?limit=20").then().statusCode(200).extract().jsonPath();
    assertThat(runs.getList("runs.id")).containsExactly(second, first);
    assertThat(runs.getString("runs[1].verdict")).isEqualTo("OK");
    assertThat(runs.getString("runs[1].title")).isEqualTo("Main.java");
    assertThat(new Visitor().asks().get("/api/v1/runs").jsonPath().getList("runs")).isEmpty();
    ada.asks()
        .get("/api/v1/runs?limit=0")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("limit"));
  }

  @Test
  void a_guest_may_have_eight_runs_waiting_and_one_that_waits_is_cancelled_at_once()
      throws Exception {
    var release = new CountDownLatch(1);
    var blocking =
        runner.script((_, _, _) -> {
          release.await();
          return result(Verdict.OK);
        });
    try {
      var busy = List.of(bob.starts(blocking), bob.starts(blocking));
      busy.forEach(id -> bob.awaits(id, "COMPILING"));
      for (int i = 0; i < 8; i++) {
        ada.starts(blocking);
      }
      var ninth = ada.posts(blocking);
      ninth.then().statusCode(429).contentType("application/problem+json");
      assertThat(Integer.parseInt(ninth.header("Retry-After"))).isPositive();

      var waiting = bob.starts(blocking);
      assertThat(bob.run(waiting).getInt("queuePlace")).isEqualTo(9);
      bob.cancels(waiting)
          .then()
          .statusCode(202)
          .body("state", equalTo("FINISHED"))
          .body("verdict", equalTo("CANCELLED"));
    } finally {
      release.countDown();
    }
  }

  @Test
  void there_is_no_timeline_before_the_program_ran() {
    var id = ada.starts(runner.script((_, _, _) -> result(Verdict.COMPILE_ERROR)));
    ada.awaits(id, "FINISHED");
    given()
        .get("/api/v1/runs/" + id + "/timeline")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("no timeline"));
    given()
        .get("/api/v1/runs/" + id + "/timeline?format=svg")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("format"));
  }

  @Test
  void what_is_not_there_is_a_problem_too() {
    for (var path :
        List.of(
            "/api/v1/runs/" + UUID.randomUUID(),
            "/api/v1/runs/1-1-1-1-1",
            "/api/v1/runs/x/output",
            "/api/v1/nothing",
            "/api/v2")) {
      given()
          .get(path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("detail", notNullValue());
    }
    given().put("/api/v1/runs").then().statusCode(405).contentType("application/problem+json");
  }

  @Test
  void requests_of_other_sites_pages_are_refused() {
    ada.asks()
        .header("Origin", "https://evil.example")
        .body("{}")
        .post("/api/v1/runs")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    ada.asks()
        .header("Sec-Fetch-Site", "cross-site")
        .body("{}")
        .post("/api/v1/runs")
        .then()
        .statusCode(403);
    ada.asks()
        .header("Origin", "null")
        .delete("/api/v1/runs/" + UUID.randomUUID())
        .then()
        .statusCode(403);
    given().header("Origin", "https://evil.example").get("/api/v1/settings").then().statusCode(200);
  }

  @Test
  void every_answer_bears_the_headers_that_keep_browsers_strict() {
    given()
        .get("/api/v1/settings")
        .then()
        .header("Content-Security-Policy", containsString("default-src 'self'"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Referrer-Policy", equalTo("same-origin"));
  }

  @Test
  void settings_tell_defaults_and_maxima() {
    given()
        .get("/api/v1/settings")
        .then()
        .statusCode(200)
        .body("cores.default", equalTo(1))
        .body("cores.most", equalTo(Runtime.getRuntime().availableProcessors()))
        .body("limits.wallMillis.default", equalTo(10_000))
        .body("limits.wallMillis.most", equalTo(60_000))
        .body("limits.heapMiB.most", equalTo(1024))
        .body("limits.stderrBytes.most", equalTo(8_388_608))
        .body("parallelism.most", equalTo(64))
        .body("executors.size()", equalTo(7))
        .body("isolations", equalTo(List.of("process", "pool")))
        .body("sourceBytes", equalTo(262_144));
  }

  @Test
  void a_server_that_can_take_runs_is_healthy() {
    given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("threadmill_queue_length"));
  }

  @Test
  void a_run_that_waits_has_no_verdict_yet() {
    var id =
        ada.starts(
            runner.script((_, _, cancelled) -> {
              cancelled.await();
              return result(Verdict.CANCELLED);
            }));
    await().atMost(10, SECONDS).until(() -> ada.run(id).getString("state").equals("COMPILING"));
    given()
        .get("/api/v1/runs/" + id)
        .then()
        .body("verdict", nullValue())
        .body("timings", nullValue());
    ada.cancels(id).then().statusCode(202);
  }
}
