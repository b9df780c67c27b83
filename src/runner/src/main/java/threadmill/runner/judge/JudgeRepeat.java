package threadmill.runner.judge;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.GraderReport;
import threadmill.runner.Verdict;
import threadmill.runner.judge.Grading.Repeat;
import threadmill.runner.judge.Grading.Setting;
import threadmill.runner.judge.JudgeReport.Result;
import threadmill.runner.judge.JudgeReport.Tally;

/// Repeats a test: on each number of cores its share of the times, all in one subject, which is
/// replaced when it dies.
///
/// It stops early when it has taken too long or too many subjects have died, and then says how many
/// times there were.
///
/// Implementation note: used once, by one thread.
final class JudgeRepeat {
  /// For all repetitions together.
  private static final Duration MOST = Duration.ofSeconds(45);

  /// Subjects that may die, on each number of cores: most that do take seconds to do so.
  private static final int MOST_DEATHS = 5;

  private final Case it;
  private final Repeat grading;
  private final long began = System.nanoTime();
  private int done;
  private int failed;
  private @Nullable Sitting first;

  JudgeRepeat(Case it, Repeat grading) {
    this.it = it;
    this.grading = grading;
  }

  Result result() throws InterruptedException {
    try {
      var tests = it.exam().find(grading.test());
      var counts = grading.cores().isEmpty() ? List.of(grading.setting().cores()) : grading.cores();
      for (int i = 0; i < counts.size() && !decided(); i++) {
        int share = grading.times() / counts.size() + (i < grading.times() % counts.size() ? 1 : 0);
        long until = began + MOST.toNanos() * (i + 1) / counts.size();
        repeat(tests, on(counts.get(i)), share, until);
      }
      return judged();
    } catch (UnusableTestException e) {
      return Results.unusable(grading, e);
    }
  }

  private Setting on(int cores) {
    var setting = grading.setting();
    return new Setting(
        setting.executor(), setting.parallelism(), cores, setting.limits(), setting.web());
  }

  private void repeat(List<GraderReport.Test> tests, Setting setting, int times, long until)
      throws InterruptedException {
    try (var station = it.workshop().station(setting.cores(), false)) {
      int left = times;
      for (int deaths = 0; left > 0 && deaths < MOST_DEATHS && !over(until); deaths++) {
        left = repeatInOne(tests, setting, station, left, until);
      }
    }
  }

  /// Repeats until the subject dies.
  ///
  /// @return how many times are left
  private int repeatInOne(
      List<GraderReport.Test> tests, Setting setting, Station station, int times, long until)
      throws InterruptedException {
    var name = grading.head().name();
    var yielding =
        grading.yields() ? it.submission().yielding(it.seeds().of(name, -1 - done)) : null;
    try (var subject = station.subject(it.submission().program(), setting, yielding)) {
      int left = times;
      while (left > 0 && !over(until) && !decided() && subject.ended().isEmpty()) {
        sitAll(tests, setting, subject);
        left--;
      }
      return left;
    }
  }

  private void sitAll(List<GraderReport.Test> tests, Setting setting, SubjectJvm subject)
      throws InterruptedException {
    long seed = it.seeds().of(grading.head().name(), done++);
    for (var test : tests) {
      var sitting = it.exam().sit(test, seed, setting, subject);
      if (!sitting.passed()) {
        failed++;
        if (first == null || decides(sitting.verdict())) {
          first = sitting;
        }
        return;
      }
    }
  }

  private static boolean over(long until) {
    return System.nanoTime() >= until;
  }

  /// Whether more repetitions would change nothing.
  private boolean decided() {
    return first != null && decides(first.verdict());
  }

  private static boolean decides(Verdict verdict) {
    return verdict == Verdict.SECURITY_VIOLATION || verdict == Verdict.INTERNAL_ERROR;
  }

  private Result judged() {
    var failure = first;
    var tally = new Tally(failed, done);
    var early =
        done < grading.times() && !decided()
            ? " Stopped after %,d of %,d times.".formatted(done, grading.times())
            : "";
    if (failure == null) {
      return result(Verdict.OK, "", "", "", early.strip(), tally);
    }
    boolean sometimes = failed < done && !decides(failure.verdict());
    return result(
        sometimes ? Verdict.RACE_OBSERVED : failure.verdict(),
        failure.test(),
        failure.expected(),
        failure.got(),
        "Failed %,d of %,d times; the first time: %s%s"
            .formatted(failed, done, told(failure), early),
        tally);
  }

  /// A failure with the name of its kind, where that says more.
  private static String told(Sitting failure) {
    return failure.verdict() == Verdict.WRONG_ANSWER
        ? failure.explanation()
        : failure.verdict() + ": " + failure.explanation();
  }

  private Result result(
      Verdict verdict, String test, String expected, String got, String why, Tally tally) {
    return new Result(
        grading.head().name(),
        verdict,
        verdict == Verdict.OK ? grading.points() : 0,
        test,
        expected,
        got,
        why,
        tally,
        null);
  }
}
