package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import threadmill.runner.kernel.Confinement;

class HintTest {
  private static final Confinement FREE = new Confinement(false, "");
  private static final String NO_NAMESPACE = "bwrap: No permissions to create new namespace";

  @ParameterizedTest
  @CsvSource({
    "kernel/unprivileged_userns_clone, 0, sysctl -w kernel.unprivileged_userns_clone=1",
    "user/max_user_namespaces, 0, sysctl -w user.max_user_namespaces=10000",
    "kernel/apparmor_restrict_unprivileged_userns, 1, kernel.apparmor_restrict_unprivileged_userns=0",
  })
  void a_setting_that_forbids_namespaces_is_named_with_its_remedy(
      String name, String value, String remedy) {
    assertThat(hint(FREE, Map.of(name, value)).on(NO_NAMESPACE))
        .startsWith(NO_NAMESPACE)
        .contains(remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "bwrap: setting up uid map: Permission denied",
    "bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted",
    "bwrap: Failed to make / slave: Permission denied",
  })
  void whatever_step_bubblewrap_is_refused_the_profile_is_named(String said) {
    assertThat(hint(new Confinement(true, "docker-default"), Map.of()).on(said))
        .contains("docker-default forbids")
        .contains("docker/apparmor/threadmill");
  }

  @Test
  void a_container_without_our_seccomp_profile_is_told_so() {
    assertThat(
            hint(new Confinement(true, ""), Map.of("user/max_user_namespaces", "9"))
                .on(NO_NAMESPACE))
        .contains("--security-opt seccomp=docker/seccomp.json");
  }

  @Test
  void an_old_bubblewrap_is_told_so() {
    assertThat(hint(FREE, Map.of()).on("bwrap: Unknown option --disable-userns")).contains("0.8");
  }

  @Test
  void other_failures_are_left_as_they_are() {
    var said = "bwrap is missing; install it";
    assertThat(hint(new Confinement(true, "docker-default"), Map.of()).on(said)).isEqualTo(said);
  }

  private static Hint hint(Confinement confined, Map<String, String> settings) {
    return new Hint(confined, name -> settings.getOrDefault(name, ""));
  }
}
