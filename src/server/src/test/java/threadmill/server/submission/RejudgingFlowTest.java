package threadmill.server.submission;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threadmill.runner.Verdict;
import threadmill.runner.judge.JudgeReport;
import threadmill.server.ScriptedRunner;
import threadmill.server.ServerTest;
import threadmill.server.account.People;
import threadmill.server.exercise.PreparedExercise;

@ServerTest
class RejudgingFlowTest {
  @Inject People people;
  @Inject PreparedExercise exercises;
  @Inject ScriptedRunner runner;
  private Classroom room;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @BeforeEach
  void a_course_with_an_exercise() {
    room = Classroom.of(people, exercises);
  }

  /// A source that is judged as this from now on.
  private String judged(Verdict verdict, int points) {
    return runner.judged(_ -> new JudgeReport(verdict, "", List.of(), List.of(), points));
  }

  private ValidatableResponse begins(Map<String, ?> wanted) {
    return room.assistant().posts(room.exercise() + "/rejudgings", wanted).then();
  }

  private String begun(String select) {
    return begins(Map.of("select", select, "reason", "A test was wrong."))
        .statusCode(202)
        .extract()
        .path("id");
  }

  private String path(String id) {
    return room.exercise() + "/rejudgings/" + id;
  }

  private ValidatableResponse awaitDone(String id) {
    await()
        .atMost(1, TimeUnit.MINUTES)
        .until(() -> {
          var at = room.assistant().gets(path(id)).jsonPath();
          return at.getInt("done") == at.getInt("of");
        });
    return room.assistant().gets(path(id)).then();
  }

  @Test
  void new_results_count_once_they_are_applied_and_the_old_ones_stay_to_be_seen() {
    var other = room.another();
    var best = room.submitted(room.student(), now.minusSeconds(50), 8, judged(Verdict.OK, 3));
    room.submitted(room.student(), now.minusSeconds(60), 4, judged(Verdict.OK, 8));
    room.submitted(other, now.minusSeconds(40), 2, judged(Verdict.OK, 8));
    var id = begun("BEST");
    var student = "students.find { it.account == '%s' }.".formatted(room.student().id());
    var difference = "differences.find { it.submission == '%s' }.".formatted(best);
    var done =
        awaitDone(id)
            .body("state", equalTo("OPEN"))
            .body("of", equalTo(2))
            .body("changed", equalTo(2))
            .body(difference + "before.points", equalTo(8))
            .body(difference + "after.points", equalTo(3))
            .body(difference + "after.verdict", equalTo("OK"))
            .body(student + "before", equalTo(8))
            .body(student + "after", equalTo(4));
    var judging = done.extract().<String>path(difference + "judging");
    // Nothing has changed for students, who do not see the new judging either.
    room.seenBy(room.student()).body("mine.points", equalTo(8));
    room.student().gets("/api/v1/judgings/" + judging).then().statusCode(404);
    room.student()
        .gets("/api/v1/judgings/" + best)
        .then()
        .body("points", equalTo(8))
        .body("earlier", empty());
    applies(id).statusCode(200).body("state", equalTo("APPLIED"));
    room.seenBy(room.student()).body("mine.points", equalTo(4));
    room.seenBy(other).body("mine.points", equalTo(8)).body("mine.verdict", equalTo("OK"));
    room.student()
        .gets("/api/v1/judgings/" + best)
        .then()
        .body("id", equalTo(best))
        .body("points", equalTo(3))
        .body("earlier.points", contains(8));
    room.assistant()
        .gets(path(id))
        .then()
        .body(student + "before", equalTo(8))
        .body(student + "after", equalTo(4));
    applies(id).statusCode(409);
    room.assistant().asks().delete(path(id)).then().statusCode(409);
    people
        .admin()
        .gets("/api/v1/admin/audit")
        .then()
        .body(
            "entries.findAll { it.actor == '%s' }.action".formatted(room.assistant().login()),
            hasItems(
                "judges anew (best, 2 submissions, version 1)",
                "applied judgings anew (2 results replaced)"));
  }

  private ValidatableResponse applies(String id) {
    return room.assistant().posts(path(id) + "/application", Map.of()).then();
  }

  @Test
  void what_was_judged_anew_twice_shows_both_results_that_counted_before() {
    var source = judged(Verdict.OK, 5);
    var submission = room.submitted(room.student(), now.minusSeconds(50), 8, source);
    for (int i = 0; i < 2; i++) {
      var id = begun("ALL");
      awaitDone(id);
      applies(id).statusCode(200);
    }
    room.student()
        .gets("/api/v1/judgings/" + submission)
        .then()
        .body("points", equalTo(5))
        .body("earlier.points", contains(8, 5));
  }

  @Test
  void what_is_discarded_changes_nothing_and_what_was_not_judged_yet_is_not_judged_any_more()
      throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var holding =
        runner.judged(_ -> {
          begun.countDown();
          end.await();
          return new JudgeReport(Verdict.WRONG_ANSWER, "", List.of(), List.of(), 0);
        });
    try {
      room.submitted(room.student(), now.minusSeconds(50), 8, holding);
      room.submitted(room.student(), now.minusSeconds(40), 8, holding);
      var id = begun("ALL");
      org.assertj.core.api.Assertions.assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
      applies(id).statusCode(409).body("detail", containsString("2 of 2"));
      begins(Map.of("select", "ALL", "reason", "Once more.")).statusCode(409);
      room.assistant().asks().delete(path(id)).then().statusCode(204);
      room.assistant()
          .gets(path(id))
          .then()
          .body("state", equalTo("DISCARDED"))
          .body("of", equalTo(1));
      applies(id).statusCode(409);
    } finally {
      end.countDown();
    }
    room.seenBy(room.student()).body("mine.points", equalTo(8));
  }

  @Test
  void students_go_first_and_our_own_failures_replace_nothing() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var holding =
        runner.judged(_ -> {
          begun.countDown();
          end.await();
          return new JudgeReport(Verdict.INTERNAL_ERROR, "", List.of(), List.of(), 0);
        });
    String id;
    try {
      room.submitted(room.student(), now.minusSeconds(50), 6, holding);
      room.submitted(room.student(), now.minusSeconds(40), 6, holding);
      id = begun("ALL");
      org.assertj.core.api.Assertions.assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
      room.handsIn(room.another(), judged(Verdict.OK, 8))
          .statusCode(202)
          .body("queuePlace", equalTo(1));
    } finally {
      end.countDown();
    }
    awaitDone(id)
        .body("differences.replaces", contains(false, false))
        .body("students[0].after", equalTo(6));
    applies(id).statusCode(200);
    room.seenBy(room.student()).body("mine.points", equalTo(6));
  }

  @Test
  void one_chooses_submissions_and_a_version_that_there_are() {
    begins(Map.of("select", "ALL", "reason", "None yet.")).statusCode(409);
    var listed = room.submitted(room.student(), now.minusSeconds(50), 8, judged(Verdict.OK, 8));
    room.submitted(room.student(), now.minusSeconds(40), 8, judged(Verdict.OK, 8));
    begins(Map.of("select", "ALL", "reason", " ")).statusCode(400);
    begins(Map.of("reason", "x")).statusCode(400).body("errors[0].field", equalTo("select"));
    begins(Map.of("select", "ALL", "reason", "x", "version", 9))
        .statusCode(400)
        .body("errors[0].field", equalTo("version"));
    begins(Map.of("select", "LISTED", "reason", "x")).statusCode(400);
    begins(Map.of("select", "LISTED", "reason", "x", "submissions", List.of("nonsense")))
        .statusCode(400)
        .body("errors[0].field", equalTo("submissions[0]"));
    var id =
        begins(Map.of("select", "LISTED", "reason", "x", "submissions", List.of(listed, listed)))
            .statusCode(202)
            .body("of", equalTo(1))
            .extract()
            .<String>path("id");
    awaitDone(id).body("changed", equalTo(0)).body("differences.submission", hasItem(listed));
    room.assistant()
        .gets(room.exercise() + "/rejudgings")
        .then()
        .body("rejudgings[0].id", equalTo(id))
        .body("rejudgings[0].differences", nullValue());
  }
}
