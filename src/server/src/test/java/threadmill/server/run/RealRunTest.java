package threadmill.server.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static threadmill.server.EventClient.ofType;
import static threadmill.server.EventClient.printing;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threadmill.server.EventClient;
import threadmill.server.ScriptedRunner;
import threadmill.server.ServerTest;
import threadmill.server.Visitor;

/// Programs in real sandboxes, through the same door as a student's.
@ServerTest
class RealRunTest {
  private static final String PRINTER =
      """
      void main() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
          IO.println("line " + i);
          Thread.sleep(500);
        }
      }
      """;

  @Inject ScriptedRunner runner;

  @TestHTTPResource
  @SuppressWarnings("NullAway.Init") // Quarkus fills it.
  URI base;

  private final Visitor ada = new Visitor();

  @BeforeEach
  void sandboxes_can_be_had_here() {
    assertThat(runner.realUnavailable()).isEmpty();
  }

  @Test
  void an_empty_web_has_all_defaults_and_a_run_without_has_none() {
    var source =
        """
        void main() throws Exception {
          try (var in = java.net.URI.create("http://www.bbc.co.uk/").toURL().openStream()) {
            IO.println(in.readAllBytes().length);
          }
        }
        """;
    var files = List.of(Map.of("path", "Main.java", "content", source));
    String with = ada.posts(Map.of("files", files, "web", Map.of())).path("id");
    String without = ada.posts(Map.of("files", files)).path("id");

    var run = ada.awaits(with, "FINISHED");
    assertThat(run.getString("verdict")).as(run.getString("explanation")).isEqualTo("OK");
    assertThat(run.getInt("request.web.latencyMillis")).isEqualTo(200);
    assertThat(run.getInt("request.web.bytes")).isEqualTo(20_000);
    run = ada.awaits(without, "FINISHED");
    assertThat(run.getString("verdict")).isEqualTo("RUNTIME_ERROR");
    assertThat(run.getString("explanation")).contains("switch the virtual web on");
    assertThat(run.<Object>get("request.web")).isNull();
  }

  @Test
  void the_example_of_the_contract_prints_hi() {
    var posted =
        ada.asks()
            .contentType(ContentType.JSON)
            .body(
                """
                {"files": [{"path": "Main.java", "content": "void main() { IO.println(\\"hi\\"); }"}],
                 "isolation": "process", "executor": {"kind": "fixed", "parallelism": 4}, "cores": 2,
                 "stdin": "", "args": [], "limits": {"wallMillis": 10000, "heapMiB": 128}}
                """)
            .post("/api/v1/runs");
    posted.then().statusCode(201);
    var run = ada.awaits(posted.path("id"), "FINISHED");
    assertThat(run.getString("verdict")).isEqualTo("OK");
    assertThat(run.getInt("exitCode")).isZero();
    assertThat(run.getLong("timings.wallNanos")).isPositive();
    assertThat(run.getLong("timings.compileNanos")).isPositive();
    assertThat(run.getLong("timings.jvmStartNanos")).isPositive();
    assertThat(run.getLong("peakRssBytes")).isPositive();
    given()
        .get("/api/v1/runs/" + posted.path("id") + "/output")
        .then()
        .body("stdout", equalTo("hi\n"));
    var timeline = "/api/v1/runs/" + posted.path("id") + "/timeline";
    given().get(timeline).then().statusCode(200).header("Content-Encoding", equalTo("gzip"));
    given()
        .header("Accept-Encoding", "identity")
        .get(timeline + "?format=trace")
        .then()
        .statusCode(200)
        .body("traceEvents.size()", greaterThan(-1));
  }

  @Test
  void a_compile_error_names_file_line_and_column() {
    var id = ada.starts("void main() {\n  int x = \"\";\n}\n");
    var run = ada.awaits(id, "FINISHED");
    assertThat(run.getString("verdict")).isEqualTo("COMPILE_ERROR");
    assertThat(run.getString("diagnostics[0].path")).isEqualTo("Main.java");
    assertThat(run.getInt("diagnostics[0].line")).isEqualTo(2);
    assertThat(run.getString("diagnostics[0].severity")).isEqualTo("error");
  }

  @Test
  void standard_input_arguments_and_files_reach_the_program() {
    var posted =
        ada.posts(
            Map.of(
                "files",
                List.of(
                    Map.of(
                        "path",
                        "Main.java",
                        "content",
                        "void main(String[] args) { IO.println(shop.Till.sum(args) + IO.readln()); }"),
                    Map.of(
                        "path",
                        "shop/Till.java",
                        "content",
                        "package shop; public class Till { public static String sum(String[] a) "
                            + "{ return a[0] + a[1]; } }")),
                "stdin",
                "three\n",
                "args",
                List.of("one", "two")));
    String id = posted.then().statusCode(201).extract().path("id");
    ada.awaits(id, "FINISHED");
    given()
        .get("/api/v1/runs/" + id + "/output")
        .then()
        .body("stderr", equalTo(""))
        .body("stdout", equalTo("onetwothree\n"));
  }

  @Test
  void
      a_program_that_prints_for_three_seconds_is_heard_while_it_runs_and_a_cut_socket_misses_nothing() {
    var id = ada.starts(PRINTER);
    try (var uncut = new EventClient(base, id, 0);
        var first = new EventClient(base, id, 0)) {
      first.awaits(printing("line 1"));
      assertThat(ada.run(id).getString("state")).isEqualTo("RUNNING");
      first.cut();
      var heard = new ArrayList<>(first.events());
      try (var second = new EventClient(base, id, first.lastSeq())) {
        second.awaitsClose();
        heard.addAll(second.events());
      }
      uncut.awaitsClose();
      assertThat(heard).isEqualTo(uncut.events());
      assertThat(uncut.events().stream().filter(ofType("stdout")).count()).isGreaterThan(3);
      assertThat(uncut.events().getLast().path("data").path("verdict").asText()).isEqualTo("OK");
    }
  }

  @Test
  void a_run_under_way_is_cancelled() {
    var id = ada.starts("void main() { IO.println(\"up\"); while (true) {} }");
    try (var client = new EventClient(base, id, 0)) {
      client.awaits(printing("up"));
      ada.cancels(id).then().statusCode(202);
      client.awaitsClose();
    }
    assertThat(ada.run(id).getString("verdict")).isEqualTo("CANCELLED");
  }

  @Test
  void a_run_is_cancelled_before_its_program_is_compiled() {
    var id = ada.starts("void main() { while (true) {} }");
    ada.cancels(id).then().statusCode(202);
    assertThat(ada.awaits(id, "FINISHED").getString("verdict")).isEqualTo("CANCELLED");
  }
}
