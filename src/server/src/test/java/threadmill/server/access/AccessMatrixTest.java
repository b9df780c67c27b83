package threadmill.server.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.websockets.next.WebSocket;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import threadmill.server.Person;
import threadmill.server.ServerTest;
import threadmill.server.Visitor;
import threadmill.server.account.People;
import threadmill.server.exercise.PreparedExercise;

/// Every route and socket × everybody who may ask. The rows stand in the file `access-matrix`; a
/// route of OpenAPI without a row fails, and so does a row without a route.
@ServerTest
class AccessMatrixTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OK = "ok";
  private static final String SOCKET = "WS ";

  @Inject People people;
  @Inject PreparedExercise exercises;

  @Test
  void everybody_may_do_what_the_matrix_says_and_no_more() throws Exception {
    var matrix = matrix();
    assertThat(routes()).isEqualTo(new TreeSet<>(matrix.rows().keySet()));
    var world = new World(people, exercises);
    var wrong = new ArrayList<String>();
    matrix
        .rows()
        .forEach((route, expected) -> {
          for (int i = 0; i < matrix.askers().size(); i++) {
            var asker = matrix.askers().get(i);
            var came = word(world.ask(route, asker));
            if (!came.equals(expected.get(i))) {
              wrong.add("%s as %s: %s, not %s".formatted(route, asker, came, expected.get(i)));
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  /// Whatever is not about who asks counts as let through: a body that has to change, say.
  private static String word(int status) {
    return switch (status) {
      case 401, 403, 404 -> Integer.toString(status);
      default -> status < 500 ? OK : "broken: " + status;
    };
  }

  /// @param rows what each asker is answered, by route
  private record Matrix(List<String> askers, Map<String, List<String>> rows) {}

  private static Matrix matrix() {
    var lines =
        text("/access-matrix").lines().filter(it -> !it.isBlank() && !it.startsWith("#")).toList();
    var rows = new LinkedHashMap<String, List<String>>();
    for (var line : lines.subList(1, lines.size())) {
      var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      rows.put(cells.getFirst(), cells.subList(1, cells.size()));
    }
    var head = Arrays.stream(lines.getFirst().split("\\|")).map(String::strip).toList();
    return new Matrix(head.subList(1, head.size()), rows);
  }

  private static String text(String resource) {
    try (var stream = AccessMatrixTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Set<String> routes() throws Exception {
    var document =
        JSON.readTree(given().get("/q/openapi?format=json").then().extract().body().asString());
    var calls =
        document.path("paths").properties().stream()
            .flatMap(path -> calls(path.getValue()).map(call -> call + " " + path.getKey()));
    return Stream.concat(calls, sockets()).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> calls(JsonNode path) {
    return path.properties().stream().map(it -> it.getKey().toUpperCase(Locale.ROOT));
  }

  private static Stream<String> sockets() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("threadmill.server")
            .stream()
            .filter(it -> it.isAnnotatedWith(WebSocket.class))
            .map(it -> SOCKET + it.getAnnotationOfType(WebSocket.class).path());
  }

  /// People of all kinds, and what they ask about.
  private static final class World {
    private final People people;
    private final Person student;
    private final Map<String, Supplier<RequestSpecification>> askers = new LinkedHashMap<>();
    private final Map<String, String> sessions = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String course;
    private final String code;
    private final Person instructor;
    private final String run;
    private final String experiment;
    private final String judging;
    private final String rejudging;

    World(People people, PreparedExercise exercises) {
      this.people = people;
      instructor = people.creator();
      var made = instructor.posts("/api/v1/courses", Map.of("title", "Matrix")).then();
      course = made.extract().path("slug");
      code = made.extract().path("joinCode");
      student = member();
      var assistant = people.somebody();
      instructor.posts(
          "/api/v1/courses/" + course + "/members",
          Map.of("login", assistant.login(), "role", "ASSISTANT"));
      var elsewhere = people.creator();
      elsewhere.posts("/api/v1/courses", Map.of("title", "Elsewhere"));
      var other = people.somebody();
      var admin = people.admin();
      var program =
          Map.of("files", List.of(Map.of("path", "Main.java", "content", "void main() {}")));
      run = student.posts("/api/v1/runs", program).then().extract().path("id");
      var measured = Map.of("run", program, "repeats", 1, "warmUp", 0);
      experiment =
          student
              .posts("/api/v1/experiments", measured)
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      exercises.publishIn(course);
      judging = exercises.judgedFor(course, student.id());
      rejudging =
          instructor
              .posts(
                  "/api/v1/courses/" + course + "/exercises/lost-update/rejudgings",
                  Map.of("select", "ALL", "reason", "To be asked about."))
              .then()
              .statusCode(202)
              .extract()
              .path("id");
      await()
          .atMost(2, TimeUnit.MINUTES)
          .until(() -> new Visitor().run(run).getString("state").equals("FINISHED"));
      askers.put("guest", () -> new Visitor().asks());
      put("stranger", other);
      put("student", student);
      put("assistant", assistant);
      put("instructor", instructor);
      put("elsewhere", elsewhere);
      put("admin", admin);
    }

    private void put(String name, Person person) {
      askers.put(name, person::asks);
      sessions.put(name, person.session());
    }

    private Person member() {
      var somebody = people.somebody();
      somebody.posts("/api/v1/courses/join", Map.of("code", code)).then().statusCode(200);
      return somebody;
    }

    /// Asks with an empty body, so that nothing is changed by who may.
    int ask(String route, String asker) {
      var method = route.substring(0, route.indexOf(' '));
      var template = route.substring(route.indexOf(' ') + 1);
      var path =
          template
              .replace("{course}", course)
              .replace("{account}", template.contains("{account}") ? member().id().toString() : "")
              .replace("{number}", "0")
              .replace("{exercise}", PreparedExercise.SLUG)
              .replace("{name}", PreparedExercise.IMAGE)
              .replace("{comment}", "00000000-0000-4000-8000-000000000000")
              .replace("{id}", id(template));
      if (route.startsWith(SOCKET)) {
        return handshake(path, asker);
      }
      var request = Objects.requireNonNull(askers.get(asker), asker).get();
      if (template.endsWith("/roster")) {
        request.contentType("text/csv").body("");
      } else if (template.endsWith("/exercises") && method.equals("POST")) {
        request.contentType("application/zip").body(new byte[0]);
      } else if (!method.equals("GET")) {
        request.body("{}");
      }
      return request.accept(ContentType.ANY).request(method, path).statusCode();
    }

    /// The status that a socket's handshake is answered with; 101 where it opens.
    private int handshake(String path, String asker) {
      var builder = http.newWebSocketBuilder();
      var session = sessions.get(asker);
      if (session != null) {
        builder.header("Cookie", Person.COOKIE + "=" + session);
      }
      var address = URI.create("ws://localhost:" + RestAssured.port + path);
      try {
        builder.buildAsync(address, new java.net.http.WebSocket.Listener() {}).join().abort();
        return 101;
      } catch (CompletionException refused) {
        if (refused.getCause() instanceof WebSocketHandshakeException answered) {
          return answered.getResponse().statusCode();
        }
        throw refused;
      }
    }

    private String id(String template) {
      if (template.startsWith("/api/v1/runs")) {
        return run;
      } else if (template.startsWith("/api/v1/experiments")) {
        return experiment;
      } else if (template.startsWith("/api/v1/judgings")) {
        return judging;
      } else if (template.contains("/rejudgings/")) {
        return rejudging;
      } else if (template.startsWith("/api/v1/admin/accounts")) {
        return student.id().toString();
      }
      return "00000000-0000-4000-8000-000000000000";
    }
  }
}
