package threadmill.server.exercise.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import threadmill.lab.ExecutorKind;
import threadmill.runner.Limits;
import threadmill.runner.judge.Grading;
import threadmill.runner.judge.Grading.Band;
import threadmill.runner.judge.Grading.Comparison;
import threadmill.runner.judge.Grading.Expectation;
import threadmill.runner.judge.Grading.Head;
import threadmill.runner.judge.Grading.Measure;
import threadmill.runner.judge.Grading.Rule;
import threadmill.runner.judge.Grading.TestName;
import threadmill.runner.judge.Grading.Usage;
import threadmill.server.exercise.LostUpdate;

/// Each kind of entry, as it should be and as it should not.
class ReadGradingsTest {
  private static final Grading.Setting SETTING =
      new Grading.Setting(ExecutorKind.FIXED, 1, 1, Limits.defaults(), null);
  private static final Head HEAD = new Head("a", "A", 3, false);

  @Test
  void output_compares_with_a_text() {
    assertThat(
            grading(
                """
                kind: output
                points: 3
                args: [a, "2", no]
                stdin: |
                  1
                  2
                expect: "3"
                """))
        .isEqualTo(
            new Grading.Output(
                HEAD,
                SETTING,
                List.of("a", "2", "no"),
                "1\n2\n",
                new Expectation.Text(Comparison.LINES, "3")));
  }

  @Test
  void output_compares_with_a_file_whose_line_ends_do_not_count() {
    assertThat(
            grading(
                """
                kind: output
                points: 3
                stdinFile: pages.txt
                expectFile: pages.txt
                compare: unordered-lines
                """))
        .isEqualTo(
            new Grading.Output(
                HEAD,
                SETTING,
                List.of(),
                "1\n2\n",
                new Expectation.Text(Comparison.UNORDERED_LINES, "1\n2\n")));
  }

  @Test
  void output_can_be_given_to_a_checker() {
    assertThat(grading("{kind: output, points: 3, checker: CounterTest.all_there}"))
        .isEqualTo(
            new Grading.Output(
                HEAD,
                SETTING,
                List.of(),
                "",
                new Expectation.Checker(new TestName("CounterTest", "all_there"))));
  }

  @Test
  void output_needs_one_thing_to_expect() {
    assertThat(complaints("{kind: output, points: 3}"))
        .containsExactly("grading[0]: needs expect, expectFile or checker");
    assertThat(
            complaints(
                "{kind: output, points: 3, checker: CounterTest, expect: x, compare: tokens,"
                    + " stdin: a, stdinFile: pages.txt}"))
        .containsExactly(
            "grading[0].stdinFile: is one too many beside stdin; leave one out",
            "grading[0].expect: is one too many beside checker; leave one out",
            "grading[0].compare: is one too many beside checker; leave one out");
    assertThat(complaints("{kind: output, points: 3, expectFile: ../grader/CounterTest.java}"))
        .containsExactly(
            "grading[0].expectFile: tests/output has no such file; add it, or name another");
    assertThat(complaints("{kind: output, points: 3, compare: regex, expect: '[a'}"))
        .containsExactly(
            "grading[0].compare: what is expected is not a regular expression: Unclosed character"
                + " class");
    assertThat(complaints("{kind: output, points: 3, compare: fuzzy, expect: a}"))
        .containsExactly(
            "grading[0].compare: must be one of lines, unordered-lines, tokens, regex, not fuzzy");
  }

  @Test
  void unit_runs_a_class_or_a_method() {
    assertThat(grading("{kind: unit, points: 3, test: CounterTest}"))
        .isEqualTo(new Grading.UnitTests(HEAD, SETTING, new TestName("CounterTest", null)));
    assertThat(complaints("{kind: unit, points: 3, test: ConterTest.counts}"))
        .containsExactly(
            "grading[0].test: tests/grader has no ConterTest.java; add it, or name another");
    assertThat(complaints("{kind: unit, points: 3, test: 'Counter Test'}"))
        .containsExactly(
            "grading[0].test: must be a test class, or a class and a method: CounterTest.method,"
                + " not Counter Test");
    assertThat(complaints("{kind: unit, points: 3}"))
        .containsExactly("grading[0].test: is required");
  }

  @Test
  void a_test_may_be_in_a_package() {
    var lines = "{kind: unit, points: 3, test: shop.TillTest.adds}";
    var exercise =
        Reading.exercise(
            exercise(lines)
                .with("tests/grader/shop/TillTest.java", "package shop; class TillTest {}"));

    assertThat(exercise.judged().gradings())
        .containsExactly(
            new Grading.UnitTests(HEAD, SETTING, new TestName("shop.TillTest", "adds")));
  }

  @Test
  void repeat_takes_its_cores_in_turns() {
    assertThat(grading("{kind: repeat, points: 3, test: CounterTest.x, times: 2, yields: false}"))
        .isEqualTo(
            new Grading.Repeat(
                HEAD, SETTING, new TestName("CounterTest", "x"), 2, List.of(1), false));
    assertThat(
            complaints("{kind: repeat, points: 3, test: CounterTest, times: 10001, cores: [0, 9]}"))
        .containsExactly(
            "grading[0].times: must be a whole number, 2 to 10,000, not 10001",
            "grading[0].cores[0]: must be a whole number, 1 to 4, not 0",
            "grading[0].cores[1]: must be a whole number, 1 to 4, not 9");
    assertThat(
            complaints(
                "{kind: repeat, points: 3, test: CounterTest, time: 5, cores: 2, yields: on}"))
        .containsExactly(
            "grading[0].times: is required",
            "grading[0].cores: must be a list, such as [a, b]",
            "grading[0].yields: must be one of true, false, not on",
            "grading[0].time: is not known here; did you mean times?");
  }

  @Test
  void liveness_runs_a_test_or_main() {
    assertThat(grading("{kind: liveness, points: 3, args: [x], stdin: y}"))
        .isEqualTo(new Grading.Liveness(HEAD, SETTING, null, List.of("x"), "y"));
    assertThat(complaints("{kind: liveness, points: 3, test: CounterTest, args: [x]}"))
        .containsExactly("grading[0].args: is for main; leave it out, or test");
  }

  @Test
  void performance_gives_the_points_of_its_highest_band() {
    assertThat(
            grading(
                """
                kind: performance
                test: CounterTest.fast
                measure: speed-up
                repeats: 5
                bands: [{atLeast: 1.3, points: 2}, {atLeast: 1.7, points: 3}]
                """))
        .isEqualTo(
            new Grading.Performance(
                HEAD,
                SETTING,
                new TestName("CounterTest", "fast"),
                Measure.SPEED_UP,
                5,
                List.of(new Band(1.3, 2), new Band(1.7, 3))));
    assertThat(
            complaints(
                """
                kind: performance
                points: 4
                test: CounterTest.fast
                measure: absolute
                repeats: 31
                bands: [{atLeast: 1.3, points: 2}, {atLeast: 1.2, points: 3}, {atleast: 1, points: -1}]
                """))
        .containsExactly(
            "grading[0].bands[1]: must ask for more and give more than the band before it",
            "grading[0].bands[2].atLeast: is required",
            "grading[0].bands[2].points: must be a whole number, 0 to 1,000, not -1",
            "grading[0].bands[2].atleast: is not known here; did you mean atLeast?",
            "grading[0].points: must be the highest band's, 3; or leave it out",
            "grading[0].measure: must be one of speed-up, relative, not absolute",
            "grading[0].repeats: must be a whole number, 3 to 30, not 31");
  }

  @Test
  void structure_names_keywords_types_and_methods() {
    assertThat(
            grading(
                """
                kind: structure
                points: 3
                mustUse: [keyword synchronized]
                mustNotUse: [type java.util.concurrent.locks.ReentrantLock, "method java.lang.Thread#sleep"]
                """))
        .isEqualTo(
            new Grading.Structure(
                HEAD,
                List.of(
                    new Rule(true, Usage.KEYWORD, "synchronized"),
                    new Rule(false, Usage.TYPE, "java.util.concurrent.locks.ReentrantLock"),
                    new Rule(false, Usage.METHOD, "java.lang.Thread#sleep"))));
    assertThat(
            complaints(
                "{kind: structure, points: 3, mustUse: [keyword sync, type List, 'method"
                    + " Thread.sleep', lock it]}"))
        .containsExactly(
            "grading[0].mustUse[0]: Java has no such keyword",
            "grading[0].mustUse[1]: must be a type with its package, such as java.util.List",
            "grading[0].mustUse[2]: must be a type and a method, such as java.lang.Thread#sleep",
            "grading[0].mustUse[3]: must be keyword synchronized, type java.util.List or method"
                + " java.lang.Thread#sleep, not lock it");
    assertThat(complaints("{kind: structure, points: 3}"))
        .containsExactly("grading[0]: needs mustUse or mustNotUse");
    assertThat(complaints("{kind: structure, points: 3, mustUse: [keyword if], setting: {}}"))
        .containsExactly(
            "grading[0].setting: is not known here; known are kind, points, name, title, hidden,"
                + " mustUse, mustNotUse");
  }

  @Test
  void a_kind_that_does_not_exist_is_told_those_that_do() {
    assertThat(complaints("{kind: units, points: 3}"))
        .containsExactly(
            "grading[0].kind: must be one of output, unit, repeat, liveness, performance,"
                + " structure, not units");
  }

  @Test
  void points_are_whole_and_isolation_is_not_an_entrys() {
    assertThat(
            complaints(
                "{kind: unit, points: 1.5, test: CounterTest, hidden: maybe, setting: {isolation:"
                    + " pool}}"))
        .containsExactly(
            "grading[0].points: must be a whole number, 0 to 1,000, not 1.5",
            "grading[0].hidden: must be one of true, false, not maybe",
            "grading[0].setting.isolation: is for free runs; judging always has processes of its"
                + " own");
  }

  @Test
  void names_are_unique() {
    var twice =
        exercise("{kind: unit, points: 3, test: CounterTest}")
            .defined(
                "wrong:",
                "  - {name: a, title: B, kind: unit, points: 0, test: CounterTest}\nwrong:");

    assertThat(Reading.complaints(twice))
        .singleElement()
        .asString()
        .endsWith("grading[1].name: is there already; choose another");
  }

  private static Grading grading(String entry) {
    return Reading.exercise(exercise(entry)).judged().gradings().getFirst();
  }

  private static List<String> complaints(String entry) {
    return Reading.complaints(exercise(entry)).stream()
        .map(complaint -> complaint.replaceFirst("^exercise.yaml:\\d+: ", ""))
        .toList();
  }

  /// With one entry, of the name `a` and the title `A`, as a list of keys or in braces.
  private static LostUpdate exercise(String entry) {
    var keys =
        entry.startsWith("{")
            ? "  - {name: a, title: A, " + entry.substring(1)
            : "  - name: a\n    title: A\n" + entry.indent(4);
    return LostUpdate.original()
        .with(
            "exercise.yaml",
            """
            title: Lost update
            slug: lost-update
            difficulty: easy
            minutes: 20
            grading:
            %s
            wrong:
              unguarded: {verdict: WRONG_ANSWER}
            """
                .formatted(keys));
  }
}
