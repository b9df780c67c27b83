package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.lab.ExecutorKind;
import threadmill.runner.RunEvent.Output.Stream;
import threadmill.runner.kernel.TaskFiles;

/// Kills what a runner started, whatever that is doing; `src/bench/Kills.java` does so a thousand
/// times, and kills servers too.
class KillsTest {
  private static final int KILLS = 40;
  private static final int MOST_DURING_A_RUN = 8;
  private static final long SEED = 20_261_123;
  private static final String COMPILER = "CompilerMain";
  private static final String HARNESS = "threadmill.harness.Main";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Random random = new Random(SEED);
  private final AtomicInteger ids = new AtomicInteger();

  @Test
  void no_kill_shows_in_a_verdict_but_that_of_a_released_program(@TempDir Path home)
      throws Exception {
    var before = Leftovers.now();
    try (var runner = new LocalRunner(RunnerConfig.in(home));
        var clients = Executors.newFixedThreadPool(2)) {
      var enough = new AtomicBoolean();
      var kills = new AtomicInteger();
      var killsBefore = new AtomicIntegerArray(2);
      var running = new ArrayList<CompletableFuture<Integer>>();
      for (int i = 0; i < killsBefore.length(); i++) {
        int client = i;
        running.add(
            CompletableFuture.supplyAsync(
                () -> {
                  int done = 0;
                  while (!enough.get()) {
                    killsBefore.set(client, kills.get());
                    runOne(runner);
                    done++;
                  }
                  return done;
                },
                clients));
      }
      while (kills.get() < KILLS && running.stream().noneMatch(CompletableFuture::isDone)) {
        LockSupport.parkNanos(random.nextInt(250_000_000));
        // Nobody gets anywhere who is killed ten times as it comes up, as on a slow machine.
        if (kills.get() - Math.min(killsBefore.get(0), killsBefore.get(1)) < MOST_DURING_A_RUN) {
          kill(random.nextInt(4) == 0 ? COMPILER : HARNESS);
          kills.incrementAndGet();
        }
      }
      enough.set(true);
      for (var client : running) {
        assertThat(client.join()).isPositive();
      }
    }
    Leftovers.assertSame(before);
  }

  @Test
  void a_runner_comes_up_though_its_first_sandboxes_are_killed(@TempDir Path home) {
    var starting =
        CompletableFuture.supplyAsync(
            () -> new LocalRunner(RunnerConfig.in(home)), Thread::startVirtualThread);
    kill("Escapes");
    kill(COMPILER);
    kill(HARNESS);
    try (var runner = starting.join()) {
      assertThat(runOne(runner).verdict()).isEqualTo(Verdict.OK);
    }
  }

  @Test
  void compilers_and_child_jvms_that_are_killed_as_they_come_up_do_not_show(@TempDir Path home) {
    try (var runner = new LocalRunner(RunnerConfig.in(home))) {
      killAll();
      var running = CompletableFuture.supplyAsync(() -> runOne(runner), Thread::startVirtualThread);
      kill(COMPILER);
      kill(COMPILER);
      kill(HARNESS);
      assertThat(running.join().verdict()).isIn(Verdict.OK, Verdict.RUNTIME_ERROR);
    }
  }

  private RunResult runOne(LocalRunner runner) {
    int id = ids.incrementAndGet();
    var heard = new Heard();
    var result =
        runner.run(
            order(
                id,
                "void main() throws Exception { IO.println(\"start\"); Thread.sleep(%d); IO.println(%d); }"
                    .formatted(id * 37 % 300, id)),
            heard);

    var whole = "start\n" + id + "\n";
    if (result.verdict() == Verdict.OK) {
      assertThat(heard.text(Stream.STDOUT)).isEqualTo(whole);
    } else {
      assertThat(result.explanation()).isEqualTo("The JVM was ended by signal 9 (SIGKILL).");
      assertThat(heard.all(RunEvent.Running.class)).hasSize(1);
      assertThat(whole).startsWith(heard.text(Stream.STDOUT));
    }
    return result;
  }

  /// Kills some process of a sandbox, as soon as there is one.
  private void kill(String program) {
    var deadline = Instant.now().plus(PATIENCE);
    boolean killed = false;
    while (!killed) {
      assertThat(Instant.now()).as("no " + program + " to kill").isBefore(deadline);
      var found = sandboxes(program);
      if (found.isEmpty()) {
        LockSupport.parkNanos(2_000_000);
      } else {
        var family = TaskFiles.family(found.get(random.nextInt(found.size())));
        killed =
            ProcessHandle.of(family.get(random.nextInt(family.size())))
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
      }
    }
  }

  private static void killAll() {
    for (int sandbox : sandboxes("--seccomp")) {
      ProcessHandle.of(sandbox).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /// Our children with this word in their command line.
  private static List<Integer> sandboxes(String word) {
    return ProcessHandle.current()
        .children()
        .map(child -> Math.toIntExact(child.pid()))
        .filter(pid -> commandLine(pid).contains(word))
        .toList();
  }

  private static String commandLine(int pid) {
    try {
      return Files.readString(Path.of("/proc", Integer.toString(pid), "cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  private static RunOrder order(int id, String source) {
    var files = List.of(new SourceFile("Main.java", source));
    return new RunOrder(
        "kills-" + id, 1, files, ExecutorKind.FIXED, 1, 1, "", List.of(), Limits.defaults());
  }
}
