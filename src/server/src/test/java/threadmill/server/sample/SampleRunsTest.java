package threadmill.server.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import threadmill.lab.ExecutorKind;
import threadmill.runner.Isolation;
import threadmill.runner.Limits;
import threadmill.runner.RunEvent;
import threadmill.runner.RunEvent.Output;
import threadmill.runner.RunEvent.Output.Stream;
import threadmill.runner.RunOrder;
import threadmill.runner.RunResult;
import threadmill.runner.Runner;
import threadmill.runner.RunnerConfig;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice;
import threadmill.runner.timeline.Slice.State;
import threadmill.runner.timeline.Timeline;

/// Every sample in a real sandbox: it ends and prints as its catalogue entry says, and the first
/// two show on their timelines what they are there to show.
class SampleRunsTest {
  @TempDir static Path home;
  private static Runner runner;

  @BeforeAll
  static void start() {
    runner = Runner.local(RunnerConfig.in(home));
    assertThat(runner.unavailable()).isEmpty();
  }

  @AfterAll
  static void stop() {
    runner.close();
  }

  static List<String> slugs() {
    return Samples.entries().stream().map(CatalogueEntry::slug).toList();
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void a_sample_ends_and_prints_as_its_entry_says(String slug) {
    var entry = entry(slug);
    var stdout = new ArrayList<String>();

    var result = run(entry, stdout);

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(entry.verdict());
    var lines = String.join("", stdout).lines().toList();
    assertThat(entry.prints())
        .allMatch(start -> lines.stream().anyMatch(line -> line.startsWith(start)), "" + lines);
  }

  @Test
  void the_deadlock_is_named_with_its_cycle_well_before_the_limit() {
    var result = run(entry("deadlock"), new ArrayList<>());

    assertThat(result.explanation()).contains("waits at Main.java:").contains("which");
    assertThat(result.timings().wall()).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void on_one_core_the_two_tasks_take_turns() {
    var timeline = timeline(run(entry("two-tasks-one-core"), new ArrayList<>()));
    var core = timeline.lanes().stream().filter(lane -> lane.kind() == Lane.Kind.CORE).toList();

    assertThat(core).hasSize(1);
    var turns =
        core.getFirst().slices().stream()
            .map(slice -> Objects.requireNonNull(Objects.requireNonNull(slice.detail()).task()))
            .filter(task -> task.startsWith("Task "))
            .toList();
    int changes = 0;
    for (int i = 1; i < turns.size(); i++) {
      changes += turns.get(i).equals(turns.get(i - 1)) ? 0 : 1;
    }
    assertThat(turns).contains("Task 1", "Task 2");
    assertThat(changes).isGreaterThanOrEqualTo(10);
    assertThat(together(timeline)).isZero();
  }

  @Test
  void on_two_cores_the_two_tasks_run_at_the_same_time() {
    double share = 0;
    // A busy neighbour may hold one of the cores for a whole run; some run has both.
    for (int attempt = 0; attempt < 5 && share < 0.5; attempt++) {
      var timeline = timeline(run(entry("two-tasks-two-cores"), new ArrayList<>()));
      share = (double) together(timeline) / running(lane(timeline, "Task 1"));
      System.out.printf("two tasks on two cores: together for %.0f %%%n", 100 * share);
    }
    assertThat(share).isGreaterThanOrEqualTo(0.5);
  }

  /// Nanoseconds in which both tasks were on a core.
  private static long together(Timeline timeline) {
    long sum = 0;
    for (var one : lane(timeline, "Task 1").slices()) {
      for (var two : lane(timeline, "Task 2").slices()) {
        if (one.state() == State.RUNNING && two.state() == State.RUNNING) {
          sum += Math.max(0, Math.min(one.to(), two.to()) - Math.max(one.from(), two.from()));
        }
      }
    }
    return sum;
  }

  private static long running(Lane lane) {
    return lane.slices().stream()
        .filter(slice -> slice.state() == State.RUNNING)
        .mapToLong((Slice slice) -> slice.to() - slice.from())
        .sum();
  }

  private static Lane lane(Timeline timeline, String name) {
    return timeline.lanes().stream()
        .filter(lane -> lane.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Timeline timeline(RunResult result) {
    return Objects.requireNonNull(result.timeline());
  }

  private static CatalogueEntry entry(String slug) {
    return Samples.entries().stream()
        .filter(entry -> entry.slug().equals(slug))
        .findFirst()
        .orElseThrow();
  }

  private static RunResult run(CatalogueEntry entry, List<String> stdout) {
    var sample = entry.toSample();
    var order =
        new RunOrder(
            sample.slug(),
            1,
            sample.files(),
            ExecutorKind.of(sample.executor().kind()),
            sample.executor().parallelism(),
            sample.cores(),
            sample.stdin(),
            sample.args(),
            Limits.defaults(),
            sample.web(),
            false,
            Isolation.PROCESS);
    return runner.run(
        order,
        (RunEvent event) -> {
          if (event instanceof Output(var _, var stream, var text) && stream == Stream.STDOUT) {
            stdout.add(text);
          }
        });
  }
}
