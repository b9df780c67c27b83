package threadmill.server.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import threadmill.server.comparison.ComparisonView.Change;
import threadmill.server.comparison.ComparisonView.FileDiff;
import threadmill.server.comparison.ComparisonView.Line;

class CompareFilesTest {

  @Test
  void a_line_that_changed_is_removed_and_then_added() {
    assertThat(lines("one\ntwo\nthree", "one\nzwei\nthree"))
        .containsExactly(
            new Line(1, 1, "one"),
            new Line(2, null, "two"),
            new Line(null, 2, "zwei"),
            new Line(3, 3, "three"));
  }

  @Test
  void equal_lines_between_two_changes_are_found_where_they_moved_to() {
    assertThat(lines("a\nx\nkeep\ny\nb", "a\nkeep\nz\nb"))
        .containsExactly(
            new Line(1, 1, "a"),
            new Line(2, null, "x"),
            new Line(3, 2, "keep"),
            new Line(4, null, "y"),
            new Line(null, 3, "z"),
            new Line(5, 4, "b"));
  }

  @Test
  void files_belong_together_by_their_paths() {
    var a = new LinkedHashMap<String, String>();
    a.put("Main.java", "main");
    a.put("Old.java", "old");
    var b = new LinkedHashMap<String, String>();
    b.put("New.java", "new");
    b.put("Main.java", "main");

    assertThat(CompareFiles.of(a, b))
        .containsExactly(
            new FileDiff("Main.java", Change.SAME, true, List.of()),
            new FileDiff("Old.java", Change.ONLY_A, true, List.of(new Line(1, null, "old"))),
            new FileDiff("New.java", Change.ONLY_B, true, List.of(new Line(null, 1, "new"))));
  }

  @Test
  void a_line_feed_at_the_end_is_a_difference_that_is_seen() {
    assertThat(lines("x\n", "x")).containsExactly(new Line(1, 1, "x"), new Line(2, null, ""));
  }

  /// Both can be put together again from what is told, whatever changed.
  @Test
  void every_line_of_both_files_is_told_once_and_in_order() {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      var a = someLines(random);
      var b = someLines(random);
      var told = CompareFiles.of(Map.of("F", a), Map.of("F", b)).getFirst();
      if (told.change() != Change.SAME) {
        assertThat(text(told, true)).isEqualTo(a);
        assertThat(text(told, false)).isEqualTo(b);
      }
    }
  }

  @Test
  void long_files_that_differ_all_over_are_told_without_looking_for_equal_lines() {
    var a = numbered("a", 60_000);
    var b = numbered("b", 60_000);

    var told =
        CompareFiles.of(
                Map.of("F", "first\n" + a + "\nlast"), Map.of("F", "first\n" + b + "\nlast"))
            .getFirst();

    assertThat(told.aligned()).isFalse();
    assertThat(told.lines()).hasSize(120_002);
    assertThat(told.lines().getFirst()).isEqualTo(new Line(1, 1, "first"));
    assertThat(told.lines().getLast()).isEqualTo(new Line(60_002, 60_002, "last"));
  }

  @Test
  void a_long_file_with_a_small_change_is_aligned() {
    var before = numbered("a", 60_000);
    var told =
        CompareFiles.of(Map.of("F", before), Map.of("F", before.replace("a 30000\n", "")))
            .getFirst();

    assertThat(told.aligned()).isTrue();
    assertThat(told.lines().stream().filter(line -> line.b() == null))
        .containsExactly(new Line(30_001, null, "a 30000"));
  }

  private static List<Line> lines(String a, String b) {
    return CompareFiles.of(Map.of("F", a), Map.of("F", b)).getFirst().lines();
  }

  private static String someLines(Random random) {
    return random
        .ints(random.nextInt(12), 0, 4)
        .mapToObj(it -> "line " + it)
        .collect(Collectors.joining("\n"));
  }

  private static String numbered(String word, int count) {
    return IntStream.range(0, count)
        .mapToObj(it -> word + " " + it)
        .collect(Collectors.joining("\n"));
  }

  private static String text(FileDiff told, boolean ofA) {
    return told.lines().stream()
        .filter(line -> (ofA ? line.a() : line.b()) != null)
        .map(Line::text)
        .collect(Collectors.joining("\n"));
  }
}
