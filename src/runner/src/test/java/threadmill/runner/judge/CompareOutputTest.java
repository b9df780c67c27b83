package threadmill.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import threadmill.runner.judge.Grading.Comparison;

class CompareOutputTest {
  @Test
  void spaces_at_line_ends_and_empty_lines_at_the_end_never_count() {
    for (var comparison :
        new Comparison[] {Comparison.LINES, Comparison.UNORDERED_LINES, Comparison.TOKENS}) {
      assertThat(CompareOutput.by(comparison, "a\nb\n", "a  \r\nb\t\n\n\n")).isEmpty();
    }
  }

  @Test
  void the_first_line_that_differs_is_told() {
    var difference = CompareOutput.by(Comparison.LINES, "a\nb\nc", "a\nB\nC");

    assertThat(difference).contains(new CompareOutput.Difference("b", "B", "Line 2 differs."));
  }

  @Test
  void an_output_that_ends_early_or_goes_on_differs_at_its_end() {
    assertThat(CompareOutput.by(Comparison.LINES, "a\nb", "a"))
        .contains(new CompareOutput.Difference("b", "(the end)", "Line 2 differs."));
    assertThat(CompareOutput.by(Comparison.LINES, "a", "a\nb"))
        .contains(new CompareOutput.Difference("(the end)", "b", "Line 2 differs."));
  }

  @Test
  void lines_in_any_order_must_come_as_often_as_expected() {
    assertThat(CompareOutput.by(Comparison.UNORDERED_LINES, "a\nb\na", "b\na\na")).isEmpty();
    assertThat(CompareOutput.by(Comparison.UNORDERED_LINES, "a\nb\na", "a\nb\nb"))
        .hasValueSatisfying(difference -> {
          assertThat(difference.expected()).isEqualTo("a");
          assertThat(difference.got()).isEqualTo("b");
        });
  }

  @Test
  void words_may_stand_on_other_lines() {
    assertThat(CompareOutput.by(Comparison.TOKENS, "1 2\n3", "1\n2   3")).isEmpty();
    assertThat(CompareOutput.by(Comparison.TOKENS, "1 2 3", "1 2 4"))
        .contains(new CompareOutput.Difference("3", "4", "Word 3 differs."));
  }
}
