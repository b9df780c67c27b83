package threadmill.runner.sandbox.escape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.runner.sandbox.Sandboxes;
import threadmill.runner.sandbox.seccomp.Filter;
import threadmill.runner.timeline.Recorders;
import threadmill.runner.timeline.Timeline.Source;

class SelfCheckTest {
  @TempDir static Path home;
  private static Sandboxes sandboxes;
  private static List<Finding> findings;

  @BeforeAll
  static void attempt() {
    var recorders = new Recorders(Source.PROC);
    sandboxes = new Sandboxes(home, 64_999, recorders::open);
    findings = new SelfCheck(sandboxes).attempts();
  }

  @AfterAll
  static void stop() {
    sandboxes.close();
  }

  @Test
  void every_escape_is_stopped() {
    assertThat(findings).isNotEmpty().allMatch(Finding::stopped);
  }

  @Test
  void every_wall_is_tried() {
    assertThat(findings.stream().map(Finding::wall).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Wall.values());
  }

  @Test
  void every_call_of_an_attacker_ends_its_process_in_a_real_sandbox() {
    assertThat(Filter.forJvm().killed())
        .allSatisfy(call ->
            assertThat(finding("make the system call " + call).evidence())
                .isEqualTo("ended by SIGSYS"));
  }

  @Test
  void every_refused_call_fails_in_a_real_sandbox() {
    assertThat(Filter.forJvm().refused())
        .allSatisfy(call ->
            assertThat(finding("make the system call " + call).evidence()).isIn("EPERM", "ENOSYS"));
  }

  private static Finding finding(String attempt) {
    return findings.stream()
        .filter(finding -> finding.attempt().equals(attempt))
        .findFirst()
        .orElseThrow();
  }
}
