package threadmill.runner.sandbox.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.runner.RunnerException;
import threadmill.runner.sandbox.Bounds;
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
    sandboxes = new Sandboxes(home, 64_999, new Recorders(Source.PROC)::open);
    findings = new SelfCheck(sandboxes).run();
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

  @Test
  void what_can_be_reached_is_found_to_be_out_and_no_run_is_taken() throws Exception {
    // As if a wall was missing: aims at what is inside.
    var reachable =
        new Targets("/jdk/release", 1, "/none", "none", 1, 5, 4096, Bounds.TMPFS_BYTES / 2, false);

    var found = new SelfCheck(sandboxes).attempts(reachable);

    assertThat(found)
        .filteredOn(finding -> !finding.stopped())
        .extracting(Finding::attempt)
        .containsExactly(
            "read a file of the host",
            "take more memory than its limit",
            "fill more than its own folder",
            "start more processes than its limit");
    assertThatThrownBy(() -> SelfCheck.unbroken(found))
        .isInstanceOf(RunnerException.class)
        .hasMessageStartingWith(
            "a program in a sandbox of this machine could read a file of the host")
        .hasMessageContaining("no run is taken until that is stopped");
  }

  @Test
  void a_finding_comes_over_as_a_line() {
    var finding = new Finding(Wall.LIMITS, "take all", false, "it\ndid");

    assertThat(Finding.parse(finding.line()))
        .contains(new Finding(Wall.LIMITS, "take all", false, "it did"));
    assertThat(Finding.parse("something else")).isEmpty();
  }

  private static Finding finding(String attempt) {
    return findings.stream()
        .filter(finding -> finding.attempt().equals(attempt))
        .findFirst()
        .orElseThrow();
  }
}
