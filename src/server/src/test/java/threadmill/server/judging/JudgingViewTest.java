package threadmill.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import threadmill.runner.Verdict;
import threadmill.runner.judge.Grading;
import threadmill.runner.judge.JudgeReport;

class JudgingViewTest {
  private static final JudgeReport.Result FAILED =
      new JudgeReport.Result(
          "secret", Verdict.WRONG_ANSWER, 0, "T.hidden_one", "42", "41", "why", null, null);

  private static JudgingView.Result shown(boolean hidden, boolean staff) {
    var head = new Grading.Head("secret", "A secret", 3, hidden);
    return JudgingView.Result.of(FAILED, new Grading.Structure(head, List.of()), staff);
  }

  @Test
  void of_a_hidden_entry_a_student_learns_only_that_it_failed() {
    assertThat(shown(true, false))
        .isEqualTo(
            new JudgingView.Result(
                "secret", "A secret", true, false, 0, 3, null, null, null, null, null, null, null));
  }

  @Test
  void staff_learn_all_of_it_and_so_do_students_where_it_is_not_hidden() {
    for (var shown : List.of(shown(true, true), shown(false, false))) {
      assertThat(shown.test()).isEqualTo("T.hidden_one");
      assertThat(shown.expected()).isEqualTo("42");
      assertThat(shown.got()).isEqualTo("41");
    }
  }
}
