package threadmill.server.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import threadmill.server.ServerTest;
import threadmill.server.account.People;
import threadmill.server.exercise.PreparedExercise;

@ServerTest
class GradebookFlowTest {
  @Inject People people;
  @Inject PreparedExercise exercises;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Test
  void it_has_what_counts_for_every_student_and_marks_who_has_left() {
    var room = Classroom.of(people, exercises);
    var left = room.another();
    room.submitted(room.student(), now.minusSeconds(60), 5);
    room.submitted(left, now.minusSeconds(60), 8);
    room.submitted(room.assistant(), now.minusSeconds(60), 8);
    room.instructor().asks().delete(room.path() + "/members/" + left.id()).then().statusCode(204);
    room.assistant()
        .gets(room.path() + "/gradebook")
        .then()
        .statusCode(200)
        .body("exercises[0].slug", equalTo("lost-update"))
        .body("exercises[0].points", equalTo(8))
        .body("students", hasSize(2))
        .body("students[0].login", equalTo(room.student().login()))
        .body("students[0].cells[0].points", equalTo(5))
        .body("students[0].total", equalTo(5))
        .body("students[0].droppedAt", nullValue())
        .body("students[1].cells[0].points", equalTo(8))
        .body("students[1].droppedAt", notNullValue());
  }

  @Test
  void its_csv_holds_no_formula_and_quotes_what_must_be() {
    var room = Classroom.of(people, exercises);
    var formula = room.named("=HYPERLINK(\"http://example.org\",\"x\")");
    room.named("Two,\n\"lines\"");
    room.submitted(formula, now.minusSeconds(60), 5);
    room.instructor()
        .posts(
            "/api/v1/judgings/" + room.submitted(formula, now, 8) + "/review/points",
            Map.of("points", -1, "reason", "x"))
        .then()
        .statusCode(200);
    var answer =
        room.assistant()
            .asks()
            .accept(ContentType.ANY)
            .get(room.path() + "/gradebook?format=csv")
            .then()
            .statusCode(200)
            .header("Content-Type", containsString("text/csv"))
            .header("Content-Disposition", containsString(room.slug() + ".csv"));
    var csv = answer.extract().asString();
    assertThat(csv)
        .startsWith("login,name,student number,dropped,lost-update (8),total\r\n")
        .contains(
            formula.login() + ",\"'=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\",,,7,7\r\n")
        .contains(",\"Two,\n\"\"lines\"\"\",,,,0\r\n");
    room.assistant().gets(room.path() + "/gradebook?format=xml").then().statusCode(400);
  }
}
