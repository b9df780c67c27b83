package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import threadmill.runner.judge.Exercise;
import threadmill.runner.judge.Grading;
import threadmill.runner.judge.Grading.Band;
import threadmill.runner.judge.Grading.Comparison;
import threadmill.runner.judge.Grading.Expectation;
import threadmill.runner.judge.Grading.Measure;
import threadmill.runner.judge.JudgeOrder;
import threadmill.runner.judge.JudgeReport;
import threadmill.runner.judge.JudgeReport.Result;
import threadmill.runner.judge.JudgedExercise;

/// Judges a real exercise, the lost update, with submissions that are right, wrong, and hostile.
class JudgeTest {
  private static final String PRINTS =
      """
      void main(String[] args) {
        for (int i = 3; i > 0; i--) IO.println(i);
        System.err.println("said");
      }
      """;

  @TempDir static Path home;
  private static LocalRunner runner;

  @BeforeAll
  static void start() {
    runner = new LocalRunner(RunnerConfig.in(home));
  }

  @AfterAll
  static void stop() {
    runner.close();
  }

  @Test
  void a_right_submission_earns_all_points() {
    var report =
        judge(
            Exercise.order(
                Exercise.RIGHT,
                Exercise.unit("no_update_is_lost"),
                Exercise.unit("threads_end"),
                liveness("threads_end")));

    assertThat(report.verdict()).as(report.explanation()).isEqualTo(Verdict.OK);
    assertThat(report.points()).isEqualTo(8);
    assertThat(report.results()).extracting(Result::passed).containsOnly(true);
  }

  @Test
  void a_wrong_answer_tells_the_test_and_both_values() {
    var result = only(judge(Exercise.order(Exercise.FORGETFUL, Exercise.unit("one_is_one"))));

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.WRONG_ANSWER);
    assertThat(result.points()).isZero();
    assertThat(result.test()).isEqualTo("CounterTest.one_is_one");
    assertThat(result.expected()).isEqualTo("1");
    assertThat(result.got()).isEqualTo("0");
  }

  @Test
  void plain_data_comes_back_as_it_went() {
    var report =
        judge(
            Exercise.order(
                Exercise.RIGHT, Exercise.unit("plain_data_comes_back"), Exercise.unit("large")));

    assertThat(report.verdict()).as(report.explanation()).isEqualTo(Verdict.OK);
  }

  @Test
  void an_answer_of_another_kind_is_wrong() {
    var report =
        judge(
            Exercise.order(Exercise.RIGHT, Exercise.unit("another_kind"), Exercise.unit("a_bean")));

    assertThat(report.results())
        .extracting(Result::verdict)
        .containsExactly(Verdict.WRONG_ANSWER, Verdict.WRONG_ANSWER);
    assertThat(report.results().getFirst().explanation())
        .contains("CountDriver.one returned the Long 1 where a String was expected");
    assertThat(report.results().getLast().explanation()).contains("no plain data");
  }

  @Test
  void a_huge_answer_is_an_output_limit() {
    var result = only(judge(Exercise.order(Exercise.RIGHT, Exercise.unit("huge"))));

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.OUTPUT_LIMIT);
  }

  @Test
  void a_method_that_is_not_there_is_a_runtime_error_that_names_it() {
    var result = only(judge(Exercise.order(Exercise.RIGHT, Exercise.unit("nobody_answers"))));

    assertThat(result.verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
    assertThat(result.explanation()).contains("CountDriver.nobody(Integer)");
  }

  @Test
  void an_exception_of_the_submission_can_be_expected_or_is_a_runtime_error() {
    var throwing =
        """
        class Counter {
          void increment() { throw new IllegalStateException("full"); }
          long value() { return 0; }
        }
        """;
    var report =
        judge(
            Exercise.order(
                throwing, Exercise.unit("an_exception_is_caught"), Exercise.unit("one_is_one")));

    assertThat(report.results().getFirst().verdict()).isEqualTo(Verdict.OK);
    var uncaught = report.results().getLast();
    assertThat(uncaught.verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
    assertThat(uncaught.explanation())
        .isEqualTo("java.lang.IllegalStateException left CountDriver.one at Counter.java:2: full.");
  }

  @Test
  void a_deadlock_in_the_submission_is_named_and_not_excused_by_a_test_that_catches_it() {
    var deadlocking =
        """
        class Counter {
          static final Object A = new Object(), B = new Object();
          void increment() {
            var met = new java.util.concurrent.CyclicBarrier(2);
            var other = Thread.ofPlatform().name("other").start(() -> both(B, A, met));
            both(A, B, met);
          }
          static void both(Object first, Object second, java.util.concurrent.CyclicBarrier met) {
            synchronized (first) {
              try { met.await(); } catch (Exception e) { throw new RuntimeException(e); }
              synchronized (second) {}
            }
          }
          long value() { return 1; }
        }
        """;
    var report =
        judge(
            Exercise.order(
                deadlocking,
                Exercise.unit("whatever_ends_it_is_caught"),
                liveness("whatever_ends_it_is_caught")));

    assertThat(report.results())
        .allSatisfy(result -> {
          assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.DEADLOCK);
          assertThat(result.explanation()).contains("main waits at Counter.java:", "other waits");
        });
  }

  @Test
  void a_submission_that_exits_early_has_not_passed() {
    var exiting = Exercise.RIGHT.replace("value++;", "System.exit(0);");
    var report =
        judge(
            Exercise.order(
                exiting,
                Exercise.unit("one_is_one"),
                Exercise.unit("whatever_ends_it_is_caught"),
                liveness("whatever_ends_it_is_caught")));

    assertThat(report.results())
        .allSatisfy(result -> {
          assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.RUNTIME_ERROR);
          assertThat(result.explanation()).contains("before CountDriver.one returned");
        });
  }

  @Test
  void whatever_ends_a_subject_is_its_verdict() {
    var report =
        judge(
            Exercise.order(
                Exercise.RIGHT.replace("value++;", "Runtime.getRuntime().halt(3);"),
                Exercise.unit("one_is_one")));
    assertThat(only(report).verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
    assertThat(only(report).explanation()).contains("code 3");

    var endless =
        new Grading.UnitTests(
            Exercise.head("unit", 3),
            Exercise.setting(2, Exercise.wall(Duration.ofMillis(400))),
            Exercise.test("one_is_one"));
    var spinning = Exercise.RIGHT.replace("value++;", "while (value < 1) {}");
    var late = only(judge(Exercise.order(spinning, endless)));
    assertThat(late.verdict()).isEqualTo(Verdict.TIME_LIMIT);
    assertThat(late.explanation()).contains("CountDriver.one had not returned");

    var greedy =
        Exercise.RIGHT.replace(
            "value++;",
            "var all = new java.util.ArrayList<long[]>();"
                + " while (true) all.add(new long[1 << 20]);");
    var full = only(judge(Exercise.order(greedy, Exercise.unit("one_is_one"))));
    assertThat(full.verdict()).as(full.explanation()).isEqualTo(Verdict.MEMORY_LIMIT);
  }

  @Test
  void a_repeated_test_that_fails_now_and_then_is_a_race_with_its_tally() {
    var report = judge(Exercise.order(Exercise.UNGUARDED, repeat("no_update_is_lost", 40)));

    var result = only(report);
    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.RACE_OBSERVED);
    assertThat(result.tally()).isNotNull();
    assertThat(result.tally().times()).isEqualTo(40);
    assertThat(result.tally().failed()).isBetween(1, 39);
    assertThat(result.explanation())
        .startsWith("Failed %d of 40 times".formatted(result.tally().failed()));
    assertThat(report.verdict()).isEqualTo(Verdict.RACE_OBSERVED);
  }

  @Test
  void a_repeated_test_that_always_fails_is_a_wrong_answer_and_one_that_never_does_passes() {
    var wrong = only(judge(Exercise.order(Exercise.FORGETFUL, repeat("one_is_one", 20))));
    assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
    assertThat(wrong.tally()).isEqualTo(new JudgeReport.Tally(20, 20));

    var right = only(judge(Exercise.order(Exercise.RIGHT, repeat("no_update_is_lost", 20))));
    assertThat(right.verdict()).as(right.explanation()).isEqualTo(Verdict.OK);
    assertThat(right.points()).isEqualTo(6);
    assertThat(right.tally()).isEqualTo(new JudgeReport.Tally(0, 20));
  }

  @Test
  void a_subject_that_dies_in_a_repetition_is_replaced() {
    var dying =
        Exercise.RIGHT
            .replace("value++;", "value++; if (++calls == 5) Runtime.getRuntime().halt(7);")
            .replace("private long", "static int calls; private long");
    var result = only(judge(Exercise.order(dying, repeat("one_is_one", 12))));

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.RACE_OBSERVED);
    assertThat(result.tally()).isEqualTo(new JudgeReport.Tally(2, 12));
    assertThat(result.explanation()).contains("RUNTIME_ERROR", "code 7");
  }

  @Test
  void threads_that_are_left_behind_fail_liveness_alone() {
    var leaking =
        Exercise.RIGHT.replace(
            "value++;",
            "value++; Thread.ofPlatform().name(\"left\").start(java.util.concurrent.locks.LockSupport::park);");
    var report =
        judge(Exercise.order(leaking, Exercise.unit("one_is_one"), liveness("one_is_one")));

    assertThat(report.results().getFirst().verdict()).isEqualTo(Verdict.OK);
    var leak = report.results().getLast();
    assertThat(leak.verdict()).as(leak.explanation()).isEqualTo(Verdict.THREAD_LEAK);
    assertThat(leak.explanation()).startsWith("all calls returned, but left waits");
  }

  @Test
  void liveness_of_main_runs_the_program() {
    var files = Map.of("Counter.java", Exercise.RIGHT, "Main.java", PRINTS);
    var leaking =
        "void main() { Thread.ofPlatform().start(java.util.concurrent.locks.LockSupport::park); }";

    assertThat(only(judge(Exercise.order(files, liveness(null)))).verdict()).isEqualTo(Verdict.OK);
    var leak =
        only(
            judge(
                Exercise.order(
                    Map.of("Counter.java", Exercise.RIGHT, "Main.java", leaking), liveness(null))));
    assertThat(leak.verdict()).isEqualTo(Verdict.THREAD_LEAK);
  }

  @Test
  void output_is_compared_or_checked() {
    var files = Map.of("Counter.java", Exercise.RIGHT, "Main.java", PRINTS);
    var report =
        judge(
            Exercise.order(
                files,
                output(new Expectation.Text(Comparison.LINES, "3\n2\n1\n")),
                output(new Expectation.Text(Comparison.UNORDERED_LINES, "1\n2\n3")),
                output(new Expectation.Text(Comparison.TOKENS, "3 2 1")),
                output(new Expectation.Text(Comparison.REGEX, "3.*1")),
                output(new Expectation.Checker(new Grading.TestName("PrintTest", null))),
                output(new Expectation.Text(Comparison.LINES, "3\n1")),
                output(new Expectation.Text(Comparison.REGEX, "[a-z]+")),
                output(new Expectation.Text(Comparison.REGEX, "("))));

    assertThat(report.results())
        .extracting(Result::verdict)
        .containsExactly(
            Verdict.OK,
            Verdict.OK,
            Verdict.OK,
            Verdict.OK,
            Verdict.OK,
            Verdict.WRONG_ANSWER,
            Verdict.WRONG_ANSWER,
            Verdict.INTERNAL_ERROR);
    assertThat(report.results().get(5).got()).isEqualTo("2");
    var failing =
        judge(
            Exercise.order(
                Map.of(
                    "Counter.java", Exercise.RIGHT, "Main.java", PRINTS.replace("i = 3", "i = 2")),
                output(new Expectation.Checker(new Grading.TestName("PrintTest", null)))));
    assertThat(only(failing).verdict()).isEqualTo(Verdict.WRONG_ANSWER);
    assertThat(only(failing).expected()).isEqualTo("[3, 2, 1]");
    assertThat(only(failing).got()).isEqualTo("[2, 1]");
  }

  @ParameterizedTest
  @EnumSource(Measure.class)
  void performance_is_the_ratio_to_the_reference_with_its_interval(Measure measure) {
    var result =
        only(judge(Exercise.order(Exercise.RIGHT, performance(measure, new Band(0.2, 2)))));

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.OK);
    assertThat(result.points()).isEqualTo(2);
    var measured = result.measured();
    assertThat(measured).isNotNull();
    assertThat(measured.studentNanos()).hasSize(3).allMatch(nanos -> nanos >= 20_000_000);
    assertThat(measured.referenceNanos()).hasSize(3).allMatch(nanos -> nanos >= 20_000_000);
    assertThat(measured.low()).isLessThanOrEqualTo(measured.value());
    assertThat(measured.high()).isGreaterThanOrEqualTo(measured.value());
    assertThat(measured.conditions()).isNotNull();
  }

  @Test
  void a_time_counts_only_when_the_answers_are_right_and_the_band_is_reached() {
    var wrong =
        only(
            judge(
                Exercise.order(
                    Exercise.FORGETFUL,
                    performance("one_is_one", Measure.RELATIVE, new Band(0.1, 2)))));
    assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
    assertThat(wrong.measured()).isNull();

    var slow =
        only(
            judge(
                Exercise.order(Exercise.RIGHT, performance(Measure.RELATIVE, new Band(1_000, 2)))));
    assertThat(slow.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
    assertThat(slow.points()).isZero();
    assertThat(slow.measured()).isNotNull();
    assertThat(slow.expected()).isEqualTo("at least 1000.00x");
  }

  @Test
  void a_file_at_a_drivers_path_is_refused_with_a_diagnostic_on_it() {
    var report =
        judge(
            Exercise.order(
                Map.of("Counter.java", Exercise.RIGHT, "CountDriver.java", "class CountDriver {}"),
                Exercise.unit("one_is_one")));

    assertThat(report.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
    assertThat(report.diagnostics())
        .extracting(Diagnostic::path)
        .containsExactly("CountDriver.java");
    assertThat(report.results()).isEmpty();
  }

  @Test
  void diagnostics_tell_only_of_the_students_files() {
    var broken =
        judge(Exercise.order("class Counter { int x = \"\"; }", Exercise.unit("one_is_one")));
    assertThat(broken.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
    assertThat(broken.diagnostics()).extracting(Diagnostic::path).containsOnly("Counter.java");

    var lacking =
        judge(Exercise.order("class Counter { void increment() {} }", Exercise.unit("one_is_one")));
    assertThat(lacking.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
    assertThat(lacking.diagnostics()).isEmpty();
    assertThat(lacking.explanation()).contains("value()");
  }

  @Test
  void tests_that_do_not_compile_are_the_authors_affair() {
    var order = Exercise.order(Exercise.RIGHT, Exercise.unit("one_is_one"));
    var broken =
        new JudgedExercise(
            order.exercise().solution(),
            order.exercise().subject(),
            List.of(new SourceFile("CounterTest.java", "class CounterTest { int x = \"\"; }")),
            order.exercise().gradings());
    var report = judge(new JudgeOrder(order.id(), order.files(), broken, order.seed(), false));

    assertThat(report.verdict()).isEqualTo(Verdict.INTERNAL_ERROR);
    assertThat(report.explanation()).contains("tests do not compile", "CounterTest.java:1");
    assertThat(report.diagnostics()).isEmpty();
  }

  @Test
  void a_test_that_cannot_be_run_is_the_authors_affair_and_the_next_entry_is_judged() {
    var report =
        judge(
            Exercise.order(
                Exercise.RIGHT,
                Exercise.unit("is_not_there"),
                Exercise.unit("wants_more"),
                Exercise.unit("kills_its_grader"),
                Exercise.unit("one_is_one")));

    assertThat(report.results())
        .extracting(Result::verdict)
        .containsExactly(
            Verdict.INTERNAL_ERROR, Verdict.INTERNAL_ERROR, Verdict.INTERNAL_ERROR, Verdict.OK);
    assertThat(report.results().getFirst().explanation()).contains("CounterTest.is_not_there");
  }

  @Test
  void hidden_entries_are_left_out_on_request_and_told_no_more_of_than_that_they_failed() {
    var hidden =
        new Grading.UnitTests(
            new Grading.Head("secret", "A secret", 4, true),
            Exercise.setting(),
            Exercise.test("one_is_one"));
    var order = Exercise.order(Exercise.FORGETFUL, hidden, Exercise.unit("threads_end"));

    assertThat(judge(order).explanation()).isEqualTo("A hidden test did not pass: A secret.");
    var visible =
        judge(
            new JudgeOrder(
                order.id() + " visible", order.files(), order.exercise(), order.seed(), true));
    assertThat(visible.verdict()).isEqualTo(Verdict.OK);
    assertThat(visible.results()).extracting(Result::name).containsExactly("unit");
  }

  @Test
  void progress_tells_what_comes_next() {
    var heard = new ArrayList<String>();

    runner.judge(
        Exercise.order(Exercise.RIGHT, Exercise.unit("one_is_one"), liveness("one_is_one")),
        (done, of, next) -> heard.add(done + "/" + of + " " + next));

    assertThat(heard).containsExactly("0/2 The unit", "1/2 The liveness", "2/2 ");
  }

  @Test
  void a_judging_that_is_cancelled_ends_at_once() throws Exception {
    var endless = Exercise.RIGHT.replace("value++;", "while (value < 1) {}");
    var order = Exercise.order(endless, Exercise.unit("one_is_one"), Exercise.unit("one_is_one"));
    var begun = new CountDownLatch(1);
    var report =
        CompletableFuture.supplyAsync(() -> runner.judge(order, (done, _, _) -> begun.countDown()));
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(runner.cancel(order.id())).isTrue();

    assertThat(report.get(8, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.CANCELLED);
    assertThat(runner.cancel(order.id())).isFalse();
  }

  @Test
  void a_stopped_runner_gives_no_verdict_on_a_judging_that_was_under_way() throws Exception {
    var stopping = new LocalRunner(RunnerConfig.in(home));
    var endless = Exercise.RIGHT.replace("value++;", "while (value < 1) {}");
    var begun = new CountDownLatch(1);
    var report =
        CompletableFuture.supplyAsync(() ->
            stopping.judge(
                Exercise.order(endless, Exercise.unit("one_is_one")),
                (_, _, _) -> begun.countDown()));
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

    stopping.close();

    assertThatThrownBy(() -> report.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(RunnerException.class);
  }

  private static JudgeReport judge(JudgeOrder order) {
    return runner.judge(order, (_, _, _) -> {});
  }

  private static Result only(JudgeReport report) {
    assertThat(report.results()).as(report.explanation()).hasSize(1);
    return report.results().getFirst();
  }

  private static Grading liveness(@Nullable String method) {
    return new Grading.Liveness(
        Exercise.head("liveness", 2),
        Exercise.setting(),
        method == null ? null : Exercise.test(method),
        List.of(),
        "");
  }

  private static Grading repeat(String method, int times) {
    return new Grading.Repeat(
        Exercise.head("repeat", 6),
        Exercise.setting(),
        Exercise.test(method),
        times,
        List.of(1, 2),
        true);
  }

  private static Grading output(Expectation expectation) {
    return new Grading.Output(
        Exercise.head("output", 1), Exercise.setting(), List.of("x"), "in", expectation);
  }

  private static Grading performance(Measure measure, Band... bands) {
    return performance("busy", measure, bands);
  }

  private static Grading performance(String method, Measure measure, Band... bands) {
    return new Grading.Performance(
        Exercise.head("performance", 2),
        Exercise.setting(),
        Exercise.test(method),
        measure,
        3,
        List.of(bands));
  }
}
