package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.lab.ExecutorKind;
import threadmill.runner.kernel.Cpus;
import threadmill.runner.kernel.TaskFiles;

/// Where everything of ours runs while a timed run has cores to itself, read back from `/proc`.
class TimedRunTest {
  private static final String SLEEPS =
      "void main() throws Exception { IO.println(1); Thread.sleep(60_000); }";

  @TempDir static Path home;
  private static Process neighbour;
  private static LocalRunner runner;

  @BeforeAll
  static void start() throws IOException {
    // Stands for the database.
    neighbour = new ProcessBuilder("sleep", "600").start();
    runner = new LocalRunner(RunnerConfig.in(home).withNeighbours(() -> List.of(neighbour.pid())));
  }

  @AfterAll
  static void stop() {
    runner.close();
    neighbour.destroyForcibly();
  }

  @Test
  void a_timed_run_has_its_core_to_itself_and_all_return_to_it_afterwards() throws Exception {
    var all = cores(Cpus.allowed());
    assumeThat(all).hasSizeGreaterThan(1);
    try (var pool = Executors.newSingleThreadExecutor()) {
      var run = started(pool, order("timed", SLEEPS, 1, true));
      var meanwhile = boundTo();
      runner.cancel("timed");
      var conditions = Objects.requireNonNull(run.get().conditions());
      assertThat(conditions.exclusive()).isTrue();
      assertThat(conditions.sharedWithServer()).isFalse();
      assertThat(conditions.machine().usableCores()).containsExactlyElementsOf(all);
      var its = Set.copyOf(conditions.cores());
      assertThat(its).hasSize(1);
      // The program alone is on it: this process, the database, compilers and idle JVMs are not.
      assertThat(
              meanwhile.stream().filter(cores -> cores.stream().anyMatch(its::contains)).toList())
          .containsExactly(its);
      assertThat(meanwhile).hasSizeGreaterThan(3);
    }
    assertThat(boundTo()).allSatisfy(cores -> assertThat(cores).isIn(all, Set.of()));
  }

  @Test
  void another_run_is_served_meanwhile_on_the_cores_that_stay_shared() throws Exception {
    assumeThat(Cpus.allowed().length).isGreaterThan(1);
    try (var pool = Executors.newSingleThreadExecutor()) {
      var run = started(pool, order("long", SLEEPS, 1, true));
      var beside = runner.run(order("beside", "void main() { IO.println(2); }", 1, false), _ -> {});
      assertThat(beside.verdict()).isEqualTo(Verdict.OK);
      assertThat(beside.conditions()).isNull();
      runner.cancel("long");
      assertThat(run.get().verdict()).isEqualTo(Verdict.CANCELLED);
    }
  }

  @Test
  void a_timed_run_on_all_cores_says_that_the_server_shares_them() {
    int all = Cpus.allowed().length;
    var result = runner.run(order("all", "void main() { IO.println(3); }", all, true), _ -> {});
    assertThat(result.verdict()).isEqualTo(Verdict.OK);
    var conditions = Objects.requireNonNull(result.conditions());
    assertThat(conditions.sharedWithServer()).isTrue();
    assertThat(conditions.cores()).hasSize(all);
  }

  @Test
  void one_that_waits_for_cores_can_be_cancelled() throws Exception {
    int all = Cpus.allowed().length;
    try (var pool = Executors.newFixedThreadPool(2)) {
      var first = started(pool, order("holds", SLEEPS, 1, false));
      var compiled = new CountDownLatch(1);
      var waits =
          pool.submit(() ->
              runner.run(order("waits", "void main() {}", all, true), _ -> compiled.countDown()));
      compiled.await();
      assertThat(runner.cancel("waits")).isTrue();
      assertThat(waits.get().verdict()).isEqualTo(Verdict.CANCELLED);
      runner.cancel("holds");
      assertThat(first.get().verdict()).isEqualTo(Verdict.CANCELLED);
    }
  }

  /// Starts a run and returns when its program has written something.
  private static Future<RunResult> started(ExecutorService pool, RunOrder order)
      throws InterruptedException {
    var wrote = new CountDownLatch(1);
    var run =
        pool.submit(() ->
            runner.run(
                order,
                event -> {
                  if (event instanceof RunEvent.Output) {
                    wrote.countDown();
                  }
                }));
    wrote.await();
    return run;
  }

  /// The cores that may be used by this process, by the neighbour, and by each child with all that
  /// it started.
  private static List<Set<Integer>> boundTo() throws IOException {
    int self = Math.toIntExact(ProcessHandle.current().pid());
    var all = new ArrayList<Set<Integer>>();
    all.add(allowed(List.of(self)));
    for (int child : TaskFiles.children(self)) {
      all.add(allowed(TaskFiles.family(child)));
    }
    return all;
  }

  private static Set<Integer> allowed(List<Integer> processes) throws IOException {
    var cores = new TreeSet<Integer>();
    for (int process : processes) {
      for (int thread : TaskFiles.threads(process)) {
        var status = Path.of("/proc/" + process + "/task/" + thread + "/status");
        cores.addAll(Files.exists(status) ? allowed(status) : Set.of());
      }
    }
    return cores;
  }

  private static Set<Integer> allowed(Path status) throws IOException {
    var field = "Cpus_allowed_list:";
    try {
      var line = Files.readAllLines(status).stream().filter(it -> it.startsWith(field)).findFirst();
      return line.map(it -> cores(Cpus.parse(it.substring(field.length())))).orElse(Set.of());
    } catch (NoSuchFileException ended) {
      return Set.of();
    }
  }

  private static Set<Integer> cores(int[] numbers) {
    return Arrays.stream(numbers).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  private static RunOrder order(String id, String main, int cores, boolean timed) {
    var limits = Limits.defaults();
    return new RunOrder(
        id,
        1,
        List.of(new SourceFile("Main.java", main)),
        ExecutorKind.FIXED,
        1,
        cores,
        "",
        List.of(),
        limits,
        null,
        timed,
        Isolation.PROCESS);
  }
}
