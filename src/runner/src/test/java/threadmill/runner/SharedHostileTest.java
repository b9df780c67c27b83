package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import threadmill.runner.RunEvent.Output.Stream;

/// The hostile corpus with pool isolation: eight programs at once, harmless ones among them, in a
/// JVM that all share.
///
/// Every hostile program is refused or contained, whatever verdict its header asks of a JVM of its
/// own. A header `pool: VERDICT | VERDICT` asks for more. Every harmless one ends well, with its
/// whole output.
class SharedHostileTest {
  private static final int AT_ONCE = 8;
  private static final int HARMLESS = 60;
  private static final Duration WALL = Duration.ofMillis(1500);
  private static final Duration COMPILE_LIMIT = Duration.ofSeconds(2);

  /// Works, waits, locks what others may lock, and writes what can be checked.
  private static final String NEIGHBOUR =
      """
      import java.util.stream.*;

      void main() throws Exception {
        var lines = new StringBuilder();
        try (var pool = Executors.newFixedThreadPool(2)) {
          for (int step = 0; step < 10; step++) {
            int n = step;
            lines.append(pool.submit(() -> "step " + n + " " + IntStream.rangeClosed(1, 1000).parallel().map(i -> i * n).sum()).get()).append("\\n");
            synchronized ("shared") {
              "shared".wait(5);
            }
          }
        }
        IO.print(lines);
        IO.println(System.getProperty("neighbour") + " " + Thread.currentThread().getName() + " " + NONCE);
      }
      """;

  @TempDir Path home;

  @Test
  @Timeout(value = 240, unit = TimeUnit.SECONDS)
  void hostile_programs_are_refused_or_contained_and_their_neighbours_notice_nothing()
      throws Exception {
    var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
    var config = RunnerConfig.in(home);
    long began;
    try (var canaries = HostCanaries.put(home);
        var runner =
            new LocalRunner(
                new RunnerConfig(home, config.perf(), config.sandboxUser(), COMPILE_LIMIT));
        var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      began = System.nanoTime();
      var runs = new ArrayList<Callable<Verdict>>();
      for (var program : Program.all("hostile")) {
        runs.add(() -> hostile(runner, program, canaries));
      }
      for (int i = 0; i < HARMLESS; i++) {
        int nonce = i;
        runs.add(() -> harmless(runner, nonce));
      }
      Collections.shuffle(runs, new Random(7));
      for (var run : pool.invokeAll(runs)) {
        verdicts.merge(run.get(), 1, Integer::sum);
      }
      canaries.assertUntouched();
    }
    System.out.printf(
        "pool: %s in %d s%n", verdicts, Duration.ofNanos(System.nanoTime() - began).toSeconds());
    assertThat(verdicts).doesNotContainKey(Verdict.INTERNAL_ERROR);
    assertThat(verdicts.get(Verdict.SECURITY_VIOLATION)).isGreaterThan(100);
  }

  private static Verdict hostile(LocalRunner runner, Program program, HostCanaries canaries) {
    var heard = new Heard();

    var result = runner.run(shared(program, canaries.places()), heard);

    for (var stream : Stream.values()) {
      assertThat(heard.text(stream))
          .as(program.name())
          .doesNotContain("ESCAPED", canaries.secret());
    }
    assertThat(result.explanation()).as(program.name()).isNotEmpty().hasSizeLessThan(2_000);
    var asked = program.header("pool");
    if (!asked.isEmpty()) {
      assertThat(asked.getFirst().split(" \\| ", -1))
          .as("%s: %s", program.name(), result.explanation())
          .contains(result.verdict().name());
    }
    return result.verdict();
  }

  private static Verdict harmless(LocalRunner runner, int nonce) {
    var heard = new Heard();
    var source = NEIGHBOUR.replace("NONCE", Integer.toString(nonce));
    var program = new Program("harmless-" + nonce, List.of(new SourceFile("Main.java", source)));
    var order = program.order(Map.of()).with(Isolation.POOL);

    var result = runner.run(order, heard);

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.OK);
    var lines = heard.text(Stream.STDOUT).lines().toList();
    assertThat(lines).hasSize(11);
    for (int step = 0; step < 10; step++) {
      assertThat(lines.get(step)).isEqualTo("step %d %d", step, step * 500_500);
    }
    assertThat(lines.getLast()).isEqualTo("null main " + nonce);
    return result.verdict();
  }

  private static RunOrder shared(Program program, Map<String, String> places) {
    var order = program.order(places);
    var given = order.limits();
    var wall = given.wall().compareTo(WALL) < 0 ? given.wall() : WALL;
    return new RunOrder(
            order.id(),
            1,
            order.files(),
            order.executor(),
            order.parallelism(),
            order.cores(),
            order.stdin(),
            order.args(),
            new Limits(
                wall, given.heapMiB(), given.stdoutBytes(), given.stderrBytes(), given.threads()))
        .with(Isolation.POOL);
  }
}
