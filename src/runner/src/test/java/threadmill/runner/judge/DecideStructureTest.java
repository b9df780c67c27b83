package threadmill.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import threadmill.runner.Verdict;
import threadmill.runner.compile.Reading;
import threadmill.runner.compile.Use;
import threadmill.runner.judge.Grading.Head;
import threadmill.runner.judge.Grading.Rule;
import threadmill.runner.judge.Grading.Usage;

class DecideStructureTest {
  private static final Head HEAD = new Head("structure", "Uses a lock", 3, false);
  private static final Rule NO_SYNCHRONIZED = new Rule(false, Usage.KEYWORD, "synchronized");
  private static final Rule A_SEMAPHORE =
      new Rule(true, Usage.TYPE, "java.util.concurrent.Semaphore");
  private static final Rule NO_LOCK =
      new Rule(false, Usage.TYPE, "java.util.concurrent.locks.Lock");

  @Test
  void a_source_that_keeps_all_rules_gets_the_points() {
    var result =
        check(List.of(NO_SYNCHRONIZED, A_SEMAPHORE), use(A_SEMAPHORE, A_SEMAPHORE.what(), 3));

    assertThat(result.passed()).isTrue();
    assertThat(result.points()).isEqualTo(3);
  }

  @Test
  void what_is_ruled_out_is_told_with_file_and_line() {
    var result = check(List.of(NO_SYNCHRONIZED), use(NO_SYNCHRONIZED, NO_SYNCHRONIZED.what(), 12));

    assertThat(result.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
    assertThat(result.points()).isZero();
    assertThat(result.explanation())
        .isEqualTo("Main.java:12 uses synchronized, which this exercise rules out");
  }

  @Test
  void every_broken_rule_is_told() {
    var result =
        check(
            List.of(NO_LOCK, A_SEMAPHORE),
            use(NO_LOCK, "java.util.concurrent.locks.ReentrantLock", 4));

    assertThat(result.explanation())
        .isEqualTo(
            """
            Main.java:4 uses java.util.concurrent.locks.Lock (by java.util.concurrent.locks.ReentrantLock), which this exercise rules out
            Nothing uses java.util.concurrent.Semaphore, which this exercise asks for\
            """);
    assertThat(result.expected())
        .isEqualTo(
            "does not use java.util.concurrent.locks.Lock\nuses java.util.concurrent.Semaphore");
  }

  @Test
  void a_source_that_could_not_be_read_gets_no_points() {
    var result =
        DecideStructure.check(
            new Grading.Structure(HEAD, List.of(NO_LOCK)),
            new Reading.Unread("javac ran out of memory or crashed on this source"));

    assertThat(result.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
    assertThat(result.points()).isZero();
  }

  private static JudgeReport.Result check(List<Rule> rules, Use... uses) {
    return DecideStructure.check(
        new Grading.Structure(HEAD, rules), new Reading.Read(List.of(uses)));
  }

  private static Use use(Rule rule, String written, int line) {
    return new Use(rule.usage(), rule.what(), written, "Main.java", line);
  }
}
