package threadmill.runner.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfinementTest {
  @Test
  void a_container_shows_its_filter_and_its_profile() {
    var confined = Confinement.of("Name:\tjava\nSeccomp:\t2\n", "docker-default (enforce)\n");
    assertThat(confined).isEqualTo(new Confinement(true, "docker-default"));
  }

  @Test
  void an_ordinary_process_shows_neither() {
    var free = new Confinement(false, "");
    assertThat(Confinement.of("Name:\tjava\nSeccomp:\t0\n", "unconfined\n")).isEqualTo(free);
    assertThat(Confinement.of("", "")).isEqualTo(free);
  }

  @Test
  void this_process_can_be_asked() {
    assertThat(Confinement.ofThisProcess().appArmor()).doesNotContain("\n", "(");
  }
}
