package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static threadmill.runner.kernel.SystemCallException.EACCES;
import static threadmill.runner.kernel.SystemCallException.EMFILE;
import static threadmill.runner.kernel.SystemCallException.EPERM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordersTest {
  @ParameterizedTest
  @ValueSource(strings = {"3", "4"})
  void a_host_that_forbids_perf_is_told_the_command(String paranoid) {
    assertThat(Recorders.advice(EACCES, paranoid, true))
        .contains("kernel.perf_event_paranoid is " + paranoid)
        .contains("sysctl -w kernel.perf_event_paranoid=2");
  }

  @Test
  void a_container_without_our_seccomp_profile_is_told_so() {
    assertThat(Recorders.advice(EPERM, "2", true)).contains("seccomp=docker/seccomp.json");
  }

  @Test
  void any_other_policy_is_not_blamed_on_a_setting_that_permits() {
    assertThat(Recorders.advice(EPERM, "2", false)).contains("policy").doesNotContain("sysctl");
  }

  @Test
  void other_failures_need_no_advice() {
    assertThat(Recorders.advice(EMFILE, "2", true)).isEmpty();
  }
}
