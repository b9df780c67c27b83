package threadmill.server.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import threadmill.runner.Verdict;
import threadmill.server.ServerTest;
import threadmill.server.account.People;
import threadmill.server.exercise.PreparedExercise;

@ServerTest
class JudgeQueueTest {
  @Inject People people;
  @Inject PreparedExercise exercises;
  @Inject PreparedJudgings judgings;

  @Test
  void an_exercise_that_cannot_be_read_any_more_holds_up_nobody() {
    var instructor = people.creator();
    var course =
        instructor
            .posts("/api/v1/courses", Map.of("title", "Unreadable"))
            .then()
            .extract()
            .<String>path("slug");
    exercises.publishIn(course);
    var id = judgings.unreadable(exercises.idIn(course), people.somebody().id());
    await().atMost(2, TimeUnit.MINUTES).until(() -> judgings.verdict(id) != null);
    assertThat(judgings.verdict(id)).isEqualTo(Verdict.INTERNAL_ERROR);
  }
}
