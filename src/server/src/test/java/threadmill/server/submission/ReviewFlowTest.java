package threadmill.server.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threadmill.server.ServerTest;
import threadmill.server.account.People;
import threadmill.server.exercise.PreparedExercise;

@ServerTest
class ReviewFlowTest {
  @Inject People people;
  @Inject PreparedExercise exercises;
  private Classroom room;
  private String submission;
  private String review;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @BeforeEach
  void a_submission() {
    room = Classroom.of(people, exercises);
    submission = room.submitted(room.student(), now.minusSeconds(60), 5);
    review = "/api/v1/judgings/" + submission + "/review";
  }

  @Test
  void points_by_hand_count_and_the_student_reads_why() {
    room.assistant()
        .posts(review + "/points", Map.of("points", 2, "reason", "A good comment."))
        .then()
        .statusCode(200)
        .body("points", equalTo(7));
    room.instructor()
        .posts(review + "/points", Map.of("points", -4, "reason", "Copied a part."))
        .then()
        .statusCode(200);
    room.student()
        .gets(review)
        .then()
        .statusCode(200)
        .body("judged", equalTo(5))
        .body("points", equalTo(3))
        .body("adjustments.reason", contains("A good comment.", "Copied a part."));
    room.seenBy(room.student()).body("mine.points", equalTo(3));
    var better = room.submitted(room.student(), now.minusSeconds(30), 4);
    room.seenBy(room.student()).body("mine.submission", equalTo(better));
    room.another().gets(review).then().statusCode(404);
    people
        .admin()
        .gets("/api/v1/admin/audit")
        .then()
        .body(
            "entries.findAll { it.actor == '%s' }.action".formatted(room.assistant().login()),
            hasItem("points by hand: +2"));
  }

  @Test
  void points_by_hand_are_not_none_and_have_a_reason() {
    for (var wrong :
        java.util.List.of(
            Map.of("points", 0, "reason", "x"),
            Map.of("points", Integer.MIN_VALUE, "reason", "x"),
            Map.of("points", 1, "reason", ""),
            Map.of("points", 1))) {
      room.assistant().posts(review + "/points", wrong).then().statusCode(400);
    }
    room.student().gets(review).then().body("adjustments", empty());
  }

  @Test
  void a_comment_stands_at_a_line_that_there_is_and_can_be_taken_away() {
    var id =
        room.assistant()
            .posts(
                review + "/comments",
                Map.of("path", "Main.java", "line", 2, "text", "<b>Why</b> this?"))
            .then()
            .statusCode(200)
            .extract()
            .<String>path("comments[0].id");
    room.student()
        .gets(review)
        .then()
        .body("comments.line", contains(2))
        .body("comments[0].text", equalTo("<b>Why</b> this?"));
    for (var wrong :
        java.util.List.of(
            Map.of("path", "Other.java", "line", 1, "text", "x"),
            Map.of("path", "Main.java", "line", 0, "text", "x"),
            Map.of("path", "Main.java", "line", 3, "text", "x"),
            Map.of("path", "Main.java", "line", 1, "text", " "))) {
      room.assistant().posts(review + "/comments", wrong).then().statusCode(400);
    }
    room.student().asks().delete(review + "/comments/" + id).then().statusCode(403);
    room.assistant().asks().delete(review + "/comments/" + id).then().statusCode(204);
    room.student().gets(review).then().body("comments", empty());
  }
}
