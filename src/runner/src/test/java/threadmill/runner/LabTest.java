package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.lab.ExecutorKind;
import threadmill.runner.RunEvent.Output.Stream;
import threadmill.runner.RunEvent.TimelineGrew;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Timeline;
import threadmill.runner.timeline.Timeline.Mark;

/// What the lab does in a real sandbox that output alone does not show.
class LabTest {
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
  void phases_are_marks_at_the_moments_of_their_calls_live_and_stored() {
    var heard = new Heard();

    var timeline =
        run(
            """
            import threadmill.lab.Lab;

            void main() throws Exception {
              Lab.phase("load");
              Thread.sleep(200);
              Lab.phase("compute");
              Thread.sleep(200);
            }
            """,
            heard);

    assertThat(timeline.marks()).extracting(Mark::name).containsExactly("load", "compute");
    long load = timeline.marks().getFirst().at();
    long compute = timeline.marks().getLast().at();
    assertThat(load).isBetween(0L, compute - 200_000_000);
    assertThat(compute).isLessThanOrEqualTo(timeline.endNanos() - 200_000_000);
    var live = heard.all(TimelineGrew.class).stream().flatMap(part -> part.marks().stream());
    assertThat(live).contains(timeline.marks().getFirst());
  }

  @Test
  void a_flood_of_phases_is_cut() {
    var timeline =
        run(
            """
            import threadmill.lab.Lab;

            void main() {
              for (int i = 0; i < 100_000; i++) {
                Lab.phase("x".repeat(1_000));
              }
            }
            """,
            new Heard());

    assertThat(timeline.marks()).hasSize(1_000);
    assertThat(timeline.marks()).allMatch(mark -> mark.name().length() <= 101);
  }

  @Test
  void workers_are_processes_of_their_own_on_the_timeline_and_their_phases_are_marks() {
    var heard = new Heard();

    var timeline =
        run(
            """
            import threadmill.lab.Lab;
            import threadmill.lab.ProcessPool;

            void main() throws Exception {
              try (var pool = new ProcessPool(2)) {
                IO.println(pool.map(n -> {
                  Lab.phase("task " + n);
                  return n + 1;
                }, List.of(1, 2, 3, 4)).toList());
              }
            }
            """,
            heard);

    assertThat(heard.text(Stream.STDOUT)).contains("[2, 3, 4, 5]");
    assertThat(timeline.marks())
        .extracting(Mark::name)
        .containsExactlyInAnyOrder("task 1", "task 2", "task 3", "task 4");
    assertThat(timeline.lanes().stream().mapToInt(Lane::pid).distinct().filter(pid -> pid > 1))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  private static Timeline run(String source, Heard heard) {
    var order =
        new RunOrder(
            "lab",
            1,
            List.of(new SourceFile("Main.java", source)),
            ExecutorKind.PROCESS,
            2,
            2,
            "",
            List.of(),
            Limits.defaults());
    var result = runner.run(order, heard);
    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.OK);
    return Objects.requireNonNull(result.timeline());
  }
}
