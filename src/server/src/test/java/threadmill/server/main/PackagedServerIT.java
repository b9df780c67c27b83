package threadmill.server.main;

import static org.assertj.core.api.Assertions.assertThat;
import static threadmill.server.EventClient.ofType;
import static threadmill.server.EventClient.printing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.server.EventClient;

class PackagedServerIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PRINTER =
      """
      void main() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
          IO.println("line " + i);
          Thread.sleep(250);
        }
      }
      """;

  @TempDir Path home = Path.of("");
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void a_run_whose_server_is_killed_ends_in_a_verdict_after_the_restart() throws Exception {
    String id;
    int seen;
    try (var server = start()) {
      var base = server.awaitsReady();
      id = post(base);
      try (var client = new EventClient(base, id, 0)) {
        client.awaits(printing("line 1"));
        seen = client.lastSeq();
        server.kill();
      }
    }
    try (var server = start()) {
      var base = server.awaitsReady();
      try (var client = new EventClient(base, id, seen)) {
        client.awaitsClose();
        var second =
            client.events().stream().filter(it -> it.path("attempt").asInt() == 2).toList();
        assertThat(second.getFirst().path("type").asText()).isEqualTo("state");
        assertThat(client.events().getLast()).isEqualTo(second.getLast());
        assertThat(second.getLast().path("data").path("verdict").asText()).isEqualTo("OK");
      }
      assertThat(get(base, "/api/v1/runs/" + id).path("attempt").asInt()).isEqualTo(2);
      assertThat(get(base, "/api/v1/runs/" + id + "/output").path("stdout").asText())
          .isEqualTo("line 0\nline 1\nline 2\nline 3\nline 4\nline 5\nline 6\nline 7\n");
    }
  }

  @Test
  void it_stops_with_its_database_and_leaves_a_run_under_way_to_the_next_start() throws Exception {
    String id;
    try (var server = start()) {
      var base = server.awaitsReady();
      assertThat(server.said().lines())
          .satisfiesExactly(
              url -> assertThat(url).startsWith("Threadmill is at "),
              words -> assertThat(words).contains("Whoever opens this link does, once"),
              link -> assertThat(link).contains(base + "link#"));
      assertNoSecretOutside();
      id = post(base);
      try (var client = new EventClient(base, id, 0)) {
        client.awaits(printing("line 1"));
        assertThat(server.stop()).isEqualTo(143);
      }
      assertThat(processesOfHome()).isEmpty();
    }
    try (var server = start()) {
      var base = server.awaitsReady();
      try (var client = new EventClient(base, id, 0)) {
        client.awaitsClose();
      }
      var run = get(base, "/api/v1/runs/" + id);
      assertThat(run.path("verdict").asText()).isEqualTo("OK");
      assertThat(run.path("attempt").asInt()).isEqualTo(2);
    }
  }

  @Test
  void an_experiment_whose_server_is_killed_goes_on_after_the_restart() throws Exception {
    String id;
    int seen;
    try (var server = start()) {
      var base = server.awaitsReady();
      var body =
          Map.of(
              "run",
              files("void main() throws InterruptedException { Thread.sleep(300); }"),
              "matrix",
              Map.of("parallelism", List.of(1, 2)),
              "repeats",
              3,
              "warmUp",
              0);
      id = post(base, "/api/v1/experiments", body);
      try (var client = new EventClient(base, "experiments", id, 0)) {
        client.awaits(ofType("measured"));
        seen = client.lastSeq();
        server.kill();
      }
    }
    try (var server = start()) {
      var base = server.awaitsReady();
      try (var client = new EventClient(base, "experiments", id, seen)) {
        client.awaitsClose();
      }
      var experiment = get(base, "/api/v1/experiments/" + id);
      assertThat(experiment.path("ending").asText()).isEqualTo("COMPLETE");
      assertThat(experiment.path("progress").path("done").asInt()).isEqualTo(6);
      assertThat(experiment.path("cells").findValuesAsText("done")).containsExactly("3", "3");
    }
  }

  @Test
  void a_backup_that_is_restored_elsewhere_shows_the_same() throws Exception {
    var elsewhere = home.resolve("elsewhere");
    var file = home.resolve("backup.zip").toString();
    Map<String, String> shown;
    String cookie;
    String run;
    try (var server = start()) {
      var base = server.awaitsReady();
      cookie = administer(base, server.said());
      run = post(base);
      try (var client = new EventClient(base, run, 0)) {
        client.awaitsClose();
      }
      shown = shown(base, run, cookie);
      try (var backup = ServerProcess.start("backup", file, "--home", home.toString())) {
        assertThat(backup.awaitsExit()).as(backup.said()).isZero();
      }
      try (var restore = ServerProcess.start("restore", file, "--home", home.toString())) {
        assertThat(restore.awaitsExit()).isEqualTo(2);
        assertThat(restore.said()).contains("Another server uses");
      }
    }
    try (var restore = ServerProcess.start("restore", file, "--home", elsewhere.toString())) {
      assertThat(restore.awaitsExit()).as(restore.said()).isZero();
    }
    try (var server = ServerProcess.start("--port", "0", "--home", elsewhere.toString())) {
      assertThat(shown(server.awaitsReady(), run, cookie)).isEqualTo(shown);
    }
  }

  /// Becomes the administrator by the link that a new server prints.
  ///
  /// @return the session's cookie
  private String administer(URI base, String said) throws Exception {
    var secret = said.lines().filter(it -> it.contains("/link#")).findFirst().orElseThrow();
    var body =
        Map.of(
            "secret",
            secret.substring(secret.indexOf('#') + 1).strip(),
            "login",
            "root",
            "name",
            "Root",
            "password",
            "a long password");
    var request =
        HttpRequest.newBuilder(base.resolve("/api/v1/links"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private Map<String, String> shown(URI base, String run, String cookie) throws Exception {
    var shown = new LinkedHashMap<String, String>();
    for (var path :
        List.of(
            "/api/v1/runs/" + run,
            "/api/v1/runs/" + run + "/output",
            "/api/v1/runs/" + run + "/timeline",
            "/api/v1/session",
            "/api/v1/courses",
            "/api/v1/courses/concurrency-in-java/exercises",
            "/api/v1/courses/concurrency-in-java/exercises/lost-update",
            "/courses/concurrency-in-java")) {
      var request = HttpRequest.newBuilder(base.resolve(path)).header("Cookie", cookie).build();
      var answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      shown.put(path, answer.body().replace(base.getAuthority(), "server"));
    }
    return shown;
  }

  @Test
  void a_second_server_on_the_same_home_says_so_and_goes() throws Exception {
    try (var first = start()) {
      first.awaitsReady();
      try (var second = start()) {
        assertThat(second.awaitsExit()).isEqualTo(2);
        assertThat(second.said().strip().lines())
            .containsExactly(
                "Another server uses " + home + "; stop it, or give this one another --home.");
      }
    }
  }

  @Test
  void an_unknown_flag_is_refused_in_one_sentence() throws Exception {
    try (var server = ServerProcess.start("--prot", "8080")) {
      assertThat(server.awaitsExit()).isEqualTo(2);
      assertThat(server.said().strip())
          .isEqualTo("There is no flag --prot; --help lists all of them.");
    }
  }

  private ServerProcess start() throws IOException {
    return ServerProcess.start("--port", "0", "--home", home.toString());
  }

  /// No child process is given the database's password.
  private void assertNoSecretOutside() throws IOException {
    var password = Files.readString(home.resolve("postgres/password")).strip();
    assertThat(password).hasSizeGreaterThan(32);
    for (var process : processesOfHome()) {
      for (var file : List.of("environ", "cmdline")) {
        assertThat(Files.readString(Path.of("/proc", Long.toString(process.pid()), file)))
            .doesNotContain(password);
      }
    }
  }

  private List<ProcessHandle> processesOfHome() {
    return ProcessHandle.allProcesses()
        .filter(it -> it.info().commandLine().orElse("").contains(home.toString()))
        .toList();
  }

  private String post(URI base) throws Exception {
    return post(base, "/api/v1/runs", files(PRINTER));
  }

  private static Map<String, Object> files(String source) {
    return Map.of("files", List.of(Map.of("path", "Main.java", "content", source)));
  }

  private String post(URI base, String path, Map<String, Object> body) throws Exception {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body()).path("id").asText();
  }

  private JsonNode get(URI base, String path) throws Exception {
    var request = HttpRequest.newBuilder(base.resolve(path)).build();
    return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
  }
}
