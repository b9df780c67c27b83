package threadmill.server.judging;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;
import threadmill.runner.judge.JudgeReport;
import threadmill.server.exercise.content.Exercise;
import threadmill.server.exercise.content.WrongAnswer;
import threadmill.server.exercise.store.ExerciseVersion;
import threadmill.server.exercise.store.Versions;
import threadmill.server.judging.Judging.State;

/// Checks that an exercise's tests find what they should: the solution gets all points, the starter
/// does not, and each wrong answer fails as listed; each several times, since tests of concurrency
/// may be right by luck.
@ApplicationScoped
public class CheckExercise {
  static final String SOLUTION = "solution";
  static final String STARTER = "starter";
  private static final String WRONG = "wrong/";

  private final Judgings judgings;
  private final StartJudging start;
  private final Versions versions;

  CheckExercise(Judgings judgings, StartJudging start, Versions versions) {
    this.judgings = judgings;
    this.start = start;
    this.versions = versions;
  }

  /// Where a check stands.
  ///
  /// @param state `NONE`, `RUNNING`, `PASSED` or `FAILED`
  /// @param done judgings that have ended, of `of`
  public record Report(Standing state, int done, int of, List<Subject> subjects) {}

  /// How far a check is, or how it ended.
  public enum Standing {
    NONE,
    RUNNING,
    PASSED,
    FAILED
  }

  /// What was judged, and whether it was judged as it should be.
  ///
  /// @param name `solution`, `starter`, or `wrong/` and the name of a wrong answer
  /// @param expected in words
  /// @param verdicts of all repetitions, in their order
  /// @param problem what was not as expected; absent where all was
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Subject(
      String name, String expected, List<Verdict> verdicts, @Nullable String problem) {}

  /// Queues a check of a version; an earlier one is forgotten.
  ///
  /// @param repeats of each subject, 1 to 20
  @Transactional
  public void begin(ExerciseVersion version, int repeats) {
    judgings.delete(
        "versionId = ?1 and purpose = ?2 and state <> ?3",
        version.id,
        Judging.Purpose.CHECK,
        State.JUDGING);
    var exercise = versions.exercise(version.id);
    for (int i = 0; i < repeats; i++) {
      start.check(version, SOLUTION, exercise.judged().solution());
      start.check(version, STARTER, exercise.starter());
      for (var wrong : exercise.wrong()) {
        start.check(version, WRONG + wrong.name(), wrong.files());
      }
    }
  }

  /// Where the newest check of a version stands.
  @Transactional
  public Report report(ExerciseVersion version) {
    var all = judgings.check(version.id);
    if (all.isEmpty()) {
      return new Report(Standing.NONE, 0, 0, List.of());
    }
    var exercise = versions.exercise(version.id);
    var subjects = new ArrayList<Subject>();
    subjects.add(subject(SOLUTION, "OK and all points", all, it -> solution(it, exercise)));
    subjects.add(subject(STARTER, "anything but OK", all, CheckExercise::starter));
    for (var wrong : exercise.wrong()) {
      subjects.add(subject(WRONG + wrong.name(), expected(wrong), all, it -> wrong(it, wrong)));
    }
    int done = (int) all.stream().filter(it -> it.state == State.FINISHED).count();
    var standing =
        done < all.size()
            ? Standing.RUNNING
            : subjects.stream().allMatch(it -> it.problem() == null)
                ? Standing.PASSED
                : Standing.FAILED;
    return new Report(standing, done, all.size(), subjects);
  }

  /// What is wrong with how something was judged; null for nothing.
  private interface Expectation {
    @Nullable String problem(Judging judging);
  }

  private static Subject subject(
      String name, String expected, List<Judging> all, Expectation expectation) {
    var finished =
        all.stream().filter(it -> it.subject.equals(name) && it.state == State.FINISHED).toList();
    var problems = new ArrayList<String>();
    for (var judging : finished) {
      var problem = expectation.problem(judging);
      if (problem != null) {
        problems.add(problem);
      }
    }
    return new Subject(
        name,
        expected,
        finished.stream().map(it -> java.util.Objects.requireNonNull(it.verdict)).toList(),
        problems.isEmpty()
            ? null
            : "%d of %d times: %s"
                .formatted(problems.size(), finished.size(), problems.getFirst()));
  }

  private static @Nullable String solution(Judging judging, Exercise exercise) {
    if (judging.verdict != Verdict.OK) {
      return "it got %s. %s".formatted(judging.verdict, judging.explanation);
    }
    return Integer.valueOf(exercise.points()).equals(judging.points)
        ? null
        : "it got %d of %d points".formatted(judging.points, exercise.points());
  }

  private static @Nullable String starter(Judging judging) {
    return judging.verdict == Verdict.OK ? "it passed, so there is nothing to do" : null;
  }

  private static String expected(WrongAnswer wrong) {
    return wrong.verdict()
        + (wrong.fails().isEmpty() ? "" : ", failing " + String.join(", ", wrong.fails()));
  }

  private static @Nullable String wrong(Judging judging, WrongAnswer wrong) {
    if (judging.verdict != wrong.verdict()) {
      return "it got %s. %s".formatted(judging.verdict, judging.explanation);
    }
    var passed = new HashSet<>(wrong.fails());
    passed.removeAll(failed(judging));
    return passed.isEmpty() ? null : "it did not fail " + String.join(", ", passed);
  }

  private static Set<String> failed(Judging judging) {
    var results = judging.results == null ? List.<JudgeReport.Result>of() : judging.results;
    return results.stream()
        .filter(it -> !it.passed())
        .map(JudgeReport.Result::name)
        .collect(Collectors.toSet());
  }
}
