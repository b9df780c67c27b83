package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import threadmill.runner.judge.Grading;
import threadmill.runner.judge.JudgeOrder;
import threadmill.runner.judge.JudgeReport;
import threadmill.runner.judge.JudgedExercise;

/// No program of the corpus of cheats gains a point by what it does.
///
/// A header names the exercise that it attacks, the entries of that exercise that it must not pass,
/// and the verdicts that it may get. `-Dcheat=family/name` runs those whose name begins so.
class CheatsTest {
  private static final String CHOSEN = System.getProperty("cheat", "");

  /// Another one each time; it is in the name of the failing test's order.
  private static final long SEED = System.nanoTime();

  @TempDir static Path home;
  private static Runner runner;

  @BeforeAll
  static void start() {
    runner = new LocalRunner(RunnerConfig.in(home));
  }

  @AfterAll
  static void stop() {
    runner.close();
  }

  /// Without it a cheat could fail for a reason that is the exercise's.
  @ParameterizedTest
  @EnumSource
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void the_solution_of_an_attacked_exercise_passes(JudgedFixture fixture) {
    var exercise = fixture.exercise();

    var report = judge("solution of " + fixture, exercise.solution(), exercise);

    // Bands depend on what else this machine does.
    assertThat(report.results())
        .filteredOn(result -> !measured(exercise).contains(result.name()))
        .allSatisfy(result -> assertThat(result.passed()).as(result.toString()).isTrue());
  }

  private static Set<String> measured(JudgedExercise exercise) {
    var names = new HashSet<String>();
    for (var grading : exercise.gradings()) {
      if (grading instanceof Grading.Performance) {
        names.add(grading.head().name());
      }
    }
    return names;
  }

  static Stream<Program> cheats() {
    return Program.all("cheats").stream().filter(cheat -> cheat.name().startsWith(CHOSEN));
  }

  @ParameterizedTest(name = "{0}")
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("cheats")
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void a_cheat_gains_nothing(Program cheat) {
    assertThat(cheat.header("story")).as("says what it tries").hasSize(1);
    var exercise = JudgedFixture.of(cheat.header("exercise").getFirst()).exercise();
    var attacked = Arrays.asList(cheat.header("attacks").getFirst().split(", ", -1));
    assertThat(exercise.gradings())
        .extracting(grading -> grading.head().name())
        .containsAll(attacked);

    var report = judge(cheat.name(), handedIn(cheat), exercise);

    if (!CHOSEN.isEmpty()) {
      System.out.println(report);
    }
    assertThat(report.verdict()).as(report.toString()).isIn(cheat.verdicts());
    assertThat(report.results())
        .filteredOn(result -> attacked.contains(result.name()))
        .allSatisfy(result -> {
          assertThat(result.points()).as(result.toString()).isZero();
          assertThat(result.passed()).as(result.toString()).isFalse();
        });
    int others =
        exercise.gradings().stream()
            .filter(grading -> !attacked.contains(grading.head().name()))
            .mapToInt(Grading::points)
            .sum();
    assertThat(report.points()).isLessThanOrEqualTo(others);
  }

  /// Its files without the first, which is the header alone.
  private static List<SourceFile> handedIn(Program cheat) {
    return cheat.files().subList(1, cheat.files().size());
  }

  private static JudgeReport judge(String name, List<SourceFile> files, JudgedExercise exercise) {
    return runner.judge(new JudgeOrder(name, files, exercise, SEED, false), (_, _, _) -> {});
  }
}
