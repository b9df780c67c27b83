package threadmill.server.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import threadmill.server.Person;
import threadmill.server.ServerTest;
import threadmill.server.account.People;

/// Checks every exercise of the bundled course once; `src/bench/Checks.java` does so many times.
@ServerTest
class BundledChecksTest {
  private static final Path COURSE = Path.of("../courses/concurrency-in-java");

  @Inject People people;

  static List<String> exercises() throws IOException {
    try (var folders = Files.list(COURSE)) {
      return folders
          .filter(it -> Files.exists(it.resolve("exercise.yaml")))
          .map(it -> it.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void solution_starter_and_wrong_answers_are_judged_as_listed(String exercise) {
    var admin = people.admin();
    var check = "/api/v1/courses/concurrency-in-java/exercises/" + exercise + "/check";
    admin.posts(check + "?repeats=1", Map.of()).then().statusCode(202);
    await()
        .atMost(5, TimeUnit.MINUTES)
        .until(() -> !admin.gets(check).path("state").equals("RUNNING"));

    assertThat(problems(admin, check)).isEmpty();
    assertThat(admin.gets(check).<String>path("state")).isEqualTo("PASSED");
  }

  private static List<String> problems(Person admin, String check) {
    return admin
        .gets(check)
        .path("subjects.findAll { it.problem != null }.collect { it.name + ': ' + it.problem }");
  }
}
