package threadmill.runner.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.runner.Explained;

/// Diagnoses of real runs in a real sandbox.
class RealDiagnosisTest {
  @TempDir Path home;

  private static <F extends Finding> List<F> found(Class<F> kind, Explained run) {
    var findings = Diagnosis.of(run.timeline());
    findings.forEach(finding -> System.out.println(Sentences.of(finding)));
    return findings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// What the lanes whose names start so did, for a test that fails.
  private static String slices(Explained run, String name) {
    return run.timeline().lanes().stream()
        .filter(lane -> lane.name().startsWith(name))
        .map(lane -> lane.name() + ": " + lane.slices())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void the_one_global_lock_is_named_with_who_held_it() {
    try (var run = Explained.run(home, "explained/one-global-lock.java", 2)) {
      var lock = run.lines("lock ").getFirst().substring("lock ".length());
      var found = found(Finding.LockContention.class, run);
      assertThat(found).extracting(Finding.LockContention::lock).containsExactly(lock);
      assertThat(found.getFirst().holder()).startsWith("worker-");
      assertThat(found(Finding.CpuBound.class, run)).hasSize(1);
    }
  }

  @Test
  void a_program_that_sleeps_is_told_so() {
    try (var run = Explained.run(home, "explained/sleeps.java", 1)) {
      var found = found(Finding.IoBound.class, run);
      assertThat(found)
          .as(() -> slices(run, "main"))
          .extracting(Finding.IoBound::sleeping)
          .containsExactly(true);
    }
  }

  @Test
  void a_pool_that_waits_for_itself_is_starved() {
    try (var run = Explained.run(home, "explained/starved.java", 2)) {
      assertThat(found(Finding.PoolStarvation.class, run))
          .as(() -> slices(run, "pool-1-thread-"))
          .extracting(Finding.PoolStarvation::pool)
          .containsExactly("pool-1");
    }
  }
}
