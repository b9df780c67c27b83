package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.lab.ExecutorKind;
import threadmill.runner.RunEvent.Output;
import threadmill.runner.RunEvent.Output.Stream;

class LocalRunnerTest {
  private static final String SPIN = "void main() { IO.println(\"spinning\"); while (true) {} }";

  @TempDir static Path home;
  private static LocalRunner runner;

  @BeforeAll
  static void start() {
    var defaults = RunnerConfig.in(home);
    runner =
        new LocalRunner(
            new RunnerConfig(home, defaults.perf(), defaults.sandboxUser(), Duration.ofSeconds(4)));
  }

  @AfterAll
  static void stop() {
    runner.close();
  }

  @Test
  void events_come_in_the_order_of_the_run() {
    var heard = new Heard();

    var result = runner.run(order("order", "void main() { IO.println(1); }"), heard);

    assertThat(result.verdict()).isEqualTo(Verdict.OK);
    var kinds = heard.events().stream().map(Object::getClass).distinct().toList();
    assertThat(kinds.getFirst()).isEqualTo(RunEvent.Compiling.class);
    assertThat(kinds.get(1)).isEqualTo(RunEvent.Running.class);
    assertThat(kinds).contains(Output.class);
  }

  @Test
  void times_are_kept_apart() {
    var order = order("times", "void main() throws Exception { Thread.sleep(300); }");

    var timings = runner.run(order, new Heard()).timings();

    assertThat(timings.compile()).isPositive();
    assertThat(timings.jvmStart()).isPositive();
    assertThat(timings.wall()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
  }

  @Test
  void output_is_heard_while_the_program_runs() throws Exception {
    var heard = new Heard();
    var first = new CountDownLatch(1);
    RunListener listener =
        event -> {
          heard.on(event);
          if (event instanceof Output) {
            first.countDown();
          }
        };
    var running = CompletableFuture.supplyAsync(() -> runner.run(order("live", SPIN), listener));

    assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(running).isNotDone();
    assertThat(heard.text(Stream.STDOUT)).isEqualTo("spinning\n");
    assertThat(runner.cancel("live")).isTrue();
    assertThat(running.get(20, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.CANCELLED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 8})
  void a_heap_in_which_no_jvm_comes_up_is_the_limit_that_was_hit(int heapMiB) {
    var defaults = Limits.defaults();
    var limits =
        new Limits(
            defaults.wall(),
            heapMiB,
            defaults.stdoutBytes(),
            defaults.stderrBytes(),
            defaults.threads());
    var files = List.of(new SourceFile("Main.java", "void main() { IO.println(1); }"));

    var result =
        runner.run(
            new RunOrder(
                "heap " + heapMiB, 1, files, ExecutorKind.FIXED, 1, 1, "", List.of(), limits),
            new Heard());

    assertThat(result.verdict()).isIn(Verdict.MEMORY_LIMIT, Verdict.OK);
  }

  @Test
  void a_run_that_is_not_under_way_cannot_be_cancelled() {
    assertThat(runner.cancel("nobody")).isFalse();
  }

  @Test
  void a_compiler_bomb_is_stopped_and_the_next_program_compiles() {
    var bomb = runner.run(order("bomb", typeInferenceBomb()), new Heard());
    var next = runner.run(order("next", "void main() { IO.println(1); }"), new Heard());

    assertThat(bomb.verdict()).as(bomb.explanation()).isEqualTo(Verdict.COMPILE_ERROR);
    assertThat(bomb.explanation()).contains("javac");
    assertThat(next.verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void two_runs_at_once_do_not_meet() throws Exception {
    var heard = new Heard[] {new Heard(), new Heard()};
    var runs =
        List.of(0, 1).stream()
            .map(i ->
                CompletableFuture.supplyAsync(() ->
                    runner.run(
                        order("twin" + i, "void main() { IO.println(" + i + "); }"), heard[i])))
            .toList();

    for (int i : List.of(0, 1)) {
      assertThat(runs.get(i).get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.OK);
      assertThat(heard[i].text(Stream.STDOUT)).isEqualTo(i + "\n");
    }
  }

  @Test
  void no_process_is_left_when_a_run_has_ended() {
    var order =
        order(
            "orphan",
            """
            void main() throws Exception {
              new ProcessBuilder("/jdk/bin/java", "-Xmx16m", "-XX:+UseSerialGC", "/tmp/Child.java").start();
              System.exit(0);
            }
            """);

    runner.run(order, new Heard());

    assertThat(ProcessHandle.current().descendants())
        .noneMatch(left -> left.info().commandLine().orElse("").contains("/tmp/Child.java"));
  }

  @Test
  void a_stopped_runner_gives_no_verdict_on_a_run_that_was_under_way() throws Exception {
    var stopping = new LocalRunner(RunnerConfig.in(home));
    var released = new CountDownLatch(1);
    var running =
        CompletableFuture.supplyAsync(() ->
            stopping.run(
                order("stopped", SPIN),
                event -> {
                  if (event instanceof RunEvent.Running) {
                    released.countDown();
                  }
                }));
    assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();

    stopping.close();

    assertThatThrownBy(() -> running.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(RunnerException.class);
  }

  @Test
  void a_runner_says_which_layers_hold_and_names_no_path_of_the_host() {
    var layers = runner.layers();

    assertThat(layers)
        .filteredOn(layer -> !List.of("Control group", "Recording").contains(layer.name()))
        .hasSize(6)
        .allMatch(Layer::active);
    assertThat(layers)
        .extracting(Layer::detail)
        .allMatch(detail -> detail.endsWith("."))
        .noneMatch(detail -> detail.contains(home.toString()) || detail.contains("/var/"));
  }

  @Test
  void a_runner_without_sandboxes_has_no_layers() {
    assertThat(new UnavailableRunner("no namespaces").layers()).isEmpty();
  }

  /// javac must try each of the two methods for each nested lambda: 2^40 ways.
  private static String typeInferenceBomb() {
    var nested = "0";
    for (int i = 0; i < 40; i++) {
      nested = "f(x%d -> %s)".formatted(i, nested);
    }
    return """
    import java.util.function.*;
    int f(Function<String, Integer> a) { return 0; }
    int f(ToLongFunction<Integer> a) { return 0; }
    void main() { IO.println(%s); }
    """
        .formatted(nested);
  }

  private static RunOrder order(String id, String source) {
    return new RunOrder(
        id,
        1,
        List.of(new SourceFile("Main.java", source)),
        ExecutorKind.FIXED,
        1,
        1,
        "",
        List.of(),
        Limits.defaults());
  }
}
