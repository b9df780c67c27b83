package threadmill.server.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.time.Duration;
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
import threadmill.server.judging.PreparedJudgings;
import threadmill.server.judging.PreparedJudgings.Ended;

@ServerTest
class SubmissionFlowTest {
  private static final JudgeReport RIGHT = new JudgeReport(Verdict.OK, "", List.of(), List.of(), 8);
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject People people;
  @Inject PreparedExercise exercises;
  @Inject ScriptedRunner runner;
  private Classroom room;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @BeforeEach
  void a_course_with_an_exercise() {
    room = Classroom.of(people, exercises);
  }

  @Test
  void the_best_submission_counts_and_the_earliest_among_equals() {
    room.seenBy(room.student())
        .body("mine.points", nullValue())
        .body("mine.attemptsUsed", equalTo(0));
    room.submitted(room.student(), now.minusSeconds(50), 5);
    var best = room.submitted(room.student(), now.minusSeconds(40), 8);
    room.submitted(room.student(), now.minusSeconds(30), 8);
    room.submitted(room.student(), now.minusSeconds(20), 3);
    room.seenBy(room.student())
        .body("mine.points", equalTo(8))
        .body("mine.submission", equalTo(best))
        .body("mine.verdict", equalTo("OK"))
        .body("mine.late", equalTo(false))
        .body("mine.attemptsUsed", equalTo(4));
    room.student()
        .gets(room.path() + "/exercises")
        .then()
        .body("exercises[0].version", equalTo(1))
        .body("exercises[0].publishedVersion", equalTo(1))
        .body("exercises[0].mine.best", equalTo(8))
        .body("exercises[0].mine.solved", equalTo(true));
    room.another().gets(room.path() + "/exercises").then().body("exercises[0].mine", nullValue());
    room.seenBy(room.another()).body("mine.points", nullValue());
  }

  @Test
  void late_points_are_cut_from_the_first_second_after_the_grace() {
    var due = now.minus(HOUR);
    room.terms(
            Map.of(
                "dueAt",
                due.toString(),
                "graceMinutes",
                10,
                "lateUntil",
                due.plus(HOUR.multipliedBy(2)).toString(),
                "latePercent",
                50))
        .statusCode(204);
    var graceEnds = due.plus(Duration.ofMinutes(10));
    var inTime = room.submitted(room.student(), graceEnds, 4);
    room.submitted(room.student(), graceEnds.plusSeconds(1), 7);
    room.seenBy(room.student())
        .body("mine.points", equalTo(4))
        .body("mine.submission", equalTo(inTime))
        .body("handingIn.latePercent", equalTo(50));
    room.submitted(room.student(), graceEnds.plusSeconds(2), 9);
    room.seenBy(room.student()).body("mine.points", equalTo(4.5f)).body("mine.late", equalTo(true));
    room.handsIn(room.student(), runner.judged(_ -> RIGHT)).statusCode(202);
  }

  @Test
  void nothing_is_taken_after_the_last_date_but_an_extension_lets_one_in_and_counts_in_full() {
    var due = now.minus(HOUR);
    room.terms(Map.of("dueAt", due.toString(), "graceMinutes", 1)).statusCode(204);
    var source = runner.judged(_ -> RIGHT);
    room.handsIn(room.student(), source)
        .statusCode(409)
        .body("detail", containsString("was due " + due));
    room.submitted(room.student(), due.plusSeconds(61), 8);
    room.seenBy(room.student()).body("mine.points", equalTo(0)).body("mine.late", equalTo(true));
    var extensions = room.exercise() + "/extensions";
    var until = now.plus(HOUR).toString();
    room.assistant()
        .asks()
        .body(Map.of("dueAt", until, "reason", "Was ill."))
        .put(extensions + "/" + room.student().id())
        .then()
        .statusCode(200)
        .body("login", equalTo(room.student().login()));
    room.seenBy(room.student())
        .body("mine.points", equalTo(8))
        .body("mine.late", equalTo(false))
        .body("mine.extended", equalTo(true))
        .body("mine.dueAt", equalTo(until))
        .body("dueAt", equalTo(due.toString()));
    room.student()
        .gets(room.path() + "/exercises")
        .then()
        .body("exercises[0].dueAt", equalTo(until));
    room.handsIn(room.another(), source).statusCode(409);
    room.handsIn(room.student(), source).statusCode(202);
    room.assistant().gets(extensions).then().body("extensions[0].reason", equalTo("Was ill."));
    people
        .admin()
        .gets("/api/v1/admin/audit")
        .then()
        .body(
            "entries.findAll { it.actor == '%s' }.action".formatted(room.assistant().login()),
            hasItem("extension until " + until));
    room.assistant().asks().delete(extensions + "/" + room.student().id()).then().statusCode(204);
    room.seenBy(room.student()).body("mine.extended", equalTo(false));
    room.assistant().gets(extensions).then().body("extensions", empty());
  }

  @Test
  void an_extension_is_for_members_later_than_the_due_date_and_has_a_reason() {
    var path = room.exercise() + "/extensions/" + room.student().id();
    var later = Map.of("dueAt", now.plus(HOUR).toString(), "reason", "Was ill.");
    room.assistant().asks().body(later).put(path).then().statusCode(409);
    room.terms(Map.of("dueAt", now.toString())).statusCode(204);
    room.assistant()
        .asks()
        .body(Map.of("dueAt", now.toString(), "reason", "Was ill."))
        .put(path)
        .then()
        .statusCode(400);
    room.assistant()
        .asks()
        .body(Map.of("dueAt", now.plus(HOUR).toString(), "reason", " "))
        .put(path)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("reason"));
    room.assistant()
        .asks()
        .body(later)
        .put(room.exercise() + "/extensions/" + people.somebody().id())
        .then()
        .statusCode(404);
  }

  @Test
  void terms_that_make_no_sense_name_the_field() {
    var due = now.toString();
    var late = now.plus(HOUR).toString();
    for (var wrong :
        List.of(
            Map.entry("latePercent", Map.of("dueAt", due, "lateUntil", late)),
            Map.entry("lateUntil", Map.of("lateUntil", late, "latePercent", 50)),
            Map.entry("lateUntil", Map.of("dueAt", due, "lateUntil", due, "latePercent", 50)),
            Map.entry("latePercent", Map.of("dueAt", due, "lateUntil", late, "latePercent", 101)),
            Map.entry("graceMinutes", Map.of("graceMinutes", 5)),
            Map.entry("attempts", Map.of("attempts", 0)),
            Map.entry("cooldownSeconds", Map.of("cooldownSeconds", -1)))) {
      room.terms(wrong.getValue()).statusCode(400).body("errors[0].field", equalTo(wrong.getKey()));
    }
  }

  @Test
  void attempts_are_used_up_but_not_by_what_did_not_compile_or_failed_by_our_fault() {
    room.terms(Map.of("attempts", 2)).statusCode(204);
    for (var verdict : List.of(Verdict.COMPILE_ERROR, Verdict.INTERNAL_ERROR)) {
      room.submitted(room.student(), new Ended(now, verdict, 0, Classroom.files("x")));
    }
    room.submitted(room.student(), now.minusSeconds(30), 5);
    room.seenBy(room.student())
        .body("mine.attemptsUsed", equalTo(1))
        .body("handingIn.attempts", equalTo(2));
    var source = runner.judged(_ -> RIGHT);
    room.handsIn(room.student(), source).statusCode(202);
    room.handsIn(room.student(), source)
        .statusCode(409)
        .body("detail", containsString("handed in 2 times"));
    room.handsIn(room.another(), source).statusCode(202);
  }

  @Test
  void one_waits_from_one_submission_to_the_next_and_learns_how_long() {
    room.terms(Map.of("cooldownSeconds", 600)).statusCode(204);
    room.submitted(room.student(), now.minusSeconds(100), 5);
    room.seenBy(room.student()).body("mine.nextAt", equalTo(now.plusSeconds(500).toString()));
    var refused =
        room.handsIn(room.student(), runner.judged(_ -> RIGHT))
            .statusCode(429)
            .body("detail", containsString(now.plusSeconds(500).toString()));
    var seconds = Integer.parseInt(refused.extract().header("Retry-After"));
    assertThat(seconds).isBetween(400, 500);
    var other = room.another();
    room.submitted(other, now.minusSeconds(600), 5);
    room.seenBy(other).body("mine.nextAt", nullValue());
    room.handsIn(other, runner.judged(_ -> RIGHT)).statusCode(202);
  }

  @Test
  void a_result_says_what_it_was_judged_with() {
    var id = room.handsIn(room.student(), runner.judged(_ -> RIGHT)).extract().<String>path("id");
    room.awaitJudged(room.student(), id);
    room.student()
        .gets("/api/v1/judgings/" + id)
        .then()
        .body("version", equalTo(1))
        .body("judgedWith.cpu", equalTo("Test CPU"))
        .body("judgedWith.jdk", equalTo("25"))
        .body("judgedWith.machineCores", equalTo(2))
        .body("judgedWith.wallMillis", notNullValue())
        .body("earlier", empty());
  }

  @Test
  void who_waits_learns_how_long_once_judgings_of_the_exercise_are_known() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    try {
      var holding =
          runner.judged(_ -> {
            begun.countDown();
            end.await();
            return RIGHT;
          });
      room.handsIn(room.another(), holding).statusCode(202);
      assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
      var id =
          room.handsIn(room.student(), runner.judged(_ -> RIGHT))
              .body("queuePlace", equalTo(1))
              .body("etaSeconds", nullValue())
              .extract()
              .<String>path("id");
      room.submitted(room.another(), now.minusSeconds(60), 5);
      int itself = PreparedJudgings.SECONDS;
      room.student()
          .gets("/api/v1/judgings/" + id)
          .then()
          .body("etaSeconds", allOf(greaterThanOrEqualTo(itself), lessThanOrEqualTo(2 * itself)));
    } finally {
      end.countDown();
    }
  }
}
