package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import threadmill.runner.RunEvent.Output;

/// Every program of the hostile corpus ends as its header says, harms nobody, and leaves nothing.
///
/// `-Dhostile=family/name` runs those whose name begins so; `-Dhostile.without=seccomp` leaves out
/// those whose header says that they need that layer.
class HostileTest {
  private static final String CHOSEN = System.getProperty("hostile", "");
  private static final String WITHOUT = System.getProperty("hostile.without", "none");
  private static final Duration COMPILE_LIMIT = Duration.ofSeconds(3);
  private static final Program HARMLESS =
      new Program(
          "harmless",
          List.of(
              new SourceFile(
                  "Main.java",
                  """
                  void main() throws Exception {
                    try (var pool = java.util.concurrent.Executors.newFixedThreadPool(2)) {
                      IO.println(pool.submit(() -> java.util.stream.LongStream.range(0, 1_000_000).sum()).get());
                    }
                  }
                  """)));

  @TempDir static Path home;
  private static LocalRunner runner;
  private static HostCanaries canaries;
  private static Leftovers before;
  private static Duration tookBefore;
  private static Neighbour neighbour;

  @BeforeAll
  static void start() throws IOException {
    before = Leftovers.now();
    var config = RunnerConfig.in(home);
    runner =
        new LocalRunner(new RunnerConfig(home, config.perf(), config.sandboxUser(), COMPILE_LIMIT));
    tookBefore = medianOfHarmless();
    canaries = HostCanaries.put(home);
    neighbour = new Neighbour(runner);
  }

  @AfterAll
  static void nothing_is_harmed_and_nothing_is_left() throws Exception {
    try (var put = canaries) {
      try (var _ = runner) {
        neighbour.stop();
        var tookAfter = medianOfHarmless();
        System.out.printf(
            "a harmless run took %d ms before the hostile corpus and %d ms after it: x %.2f%n",
            tookBefore.toMillis(),
            tookAfter.toMillis(),
            (double) tookAfter.toNanos() / tookBefore.toNanos());
      }
      put.assertUntouched();
    }
    Leftovers.assertSame(before);
  }

  static Stream<Program> programs() {
    return Program.all("hostile").stream()
        .filter(program -> program.name().startsWith(CHOSEN))
        .filter(program -> !program.header("needs").contains(WITHOUT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  @Execution(ExecutionMode.CONCURRENT)
  @Timeout(value = 90, unit = TimeUnit.SECONDS)
  void a_hostile_program_ends_as_its_header_says(Program program) {
    var heard = new Heard();

    var result = runner.run(program.order(canaries.places()), heard);

    if (!CHOSEN.isEmpty()) {
      System.out.printf("%s: %s: %s%n", program, result.verdict(), result.explanation());
      heard.all(Output.class).stream().limit(100).forEach(o -> System.out.println(o.text()));
    }
    ProgramsTest.check(program, result, heard);
    assertThat(program.header("never")).as("says what must not happen").isNotEmpty();
    for (var stream : Output.Stream.values()) {
      assertThat(heard.text(stream)).doesNotContain("ESCAPED", canaries.secret());
    }
    assertThat(result.explanation()).hasSizeLessThan(2_000);
  }

  private static Duration medianOfHarmless() {
    long[] took = new long[15];
    for (int i = 0; i < took.length; i++) {
      long began = System.nanoTime();
      var result = runner.run(HARMLESS.order(java.util.Map.of()), new Heard());
      took[i] = System.nanoTime() - began;
      assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.OK);
    }
    Arrays.sort(took);
    return Duration.ofNanos(took[took.length / 2]);
  }
}
