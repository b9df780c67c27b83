package threadmill.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.runner.RunnerConfig;
import threadmill.runner.RunnerException;

class SandboxTest {
  private static final Sandboxes.Opener LOUD =
      pid -> {
        throw new AssertionError("it is not to be recorded");
      };

  /// Above what the kernel numbers processes with.
  private static final long DEAD_SERVER = 4_194_305;

  private static final int KILLS = 20;

  @Test
  void one_whose_bubblewrap_is_killed_as_it_comes_up_leaves_nothing_that_holds_its_pipes(
      @TempDir Path home) throws Exception {
    var spec = new SandboxSpec(List.of("-version"), new Bounds(32, 8, null), false, new Aot.None());
    try (var sandboxes = new Sandboxes(home, RunnerConfig.in(home).sandboxUser(), LOUD)) {
      for (int i = 0; i < KILLS; i++) {
        try (var sandbox = sandboxes.start(spec)) {
          var first = ProcessHandle.current().children().toList();
          while (first.stream().noneMatch(child -> child.children().findAny().isPresent())
              && sandbox.alive()) {
            Thread.onSpinWait();
          }
          first.forEach(ProcessHandle::destroyForcibly);
          var _ =
              CompletableFuture.supplyAsync(() -> read(sandbox), Thread::startVirtualThread)
                  .get(20, TimeUnit.SECONDS);
        }
      }
    }
  }

  @Test
  void what_a_killed_server_left_is_ended_by_the_next() throws Exception {
    var orphan = "sh -c 'sleep 300; :' sh threadmill-%d-7 sh & echo $!".formatted(DEAD_SERVER);
    var shell = new ProcessBuilder("sh", "-c", orphan).start();
    var pid = Long.parseLong(shell.inputReader().readLine());
    shell.waitFor();
    var left = ProcessHandle.of(pid).orElseThrow();
    boolean adopted = left.parent().map(ProcessHandle::pid).orElse(0L) == 1;
    Assumptions.assumeTrue(
        adopted, "something else than the machine's first process adopts orphans");
    // It bears its mark from its exec on, which the shell did not wait for.
    var mark = "threadmill-" + DEAD_SERVER + "-7";
    while (!List.of(left.info().arguments().orElse(new String[0])).contains(mark)) {
      assertThat(left.isAlive()).isTrue();
      Thread.onSpinWait();
    }

    Mark.reap();

    assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(20));
  }

  private static byte[] read(Sandbox sandbox) {
    try {
      return sandbox.stdout().readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  @Test
  void one_that_cannot_start_says_why(@TempDir Path home) {
    var java = List.of("-XX:NoSuchSwitch=1", "Main");
    var spec = new SandboxSpec(java, new Bounds(32, 8, null), false, new Aot.None());
    try (var sandboxes = new Sandboxes(home, RunnerConfig.in(home).sandboxUser(), LOUD);
        var sandbox = sandboxes.start(spec)) {
      assertThat(sandbox.lastWords()).contains("NoSuchSwitch");
    }
  }

  @Test
  void none_starts_after_the_end_and_that_is_the_runners_doing(@TempDir Path home) {
    var spec = new SandboxSpec(List.of("-version"), new Bounds(32, 8, null), false, new Aot.None());
    var sandboxes = new Sandboxes(home, RunnerConfig.in(home).sandboxUser(), LOUD);
    sandboxes.close();

    assertThatThrownBy(() -> sandboxes.start(spec))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("stopping");
  }
}
