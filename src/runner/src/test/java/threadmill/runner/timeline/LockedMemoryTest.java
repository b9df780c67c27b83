package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockedMemoryTest {
  private static final long TWO_CPUS = 2 * 516 * 1024;

  @Test
  void two_runs_find_room_within_the_kernel_s_defaults() {
    assertThat(LockedMemory.pages(TWO_CPUS, 64 * 1024, 2)).isEqualTo(64);
    assertThat(2 * 2 * 65 * 4096).isLessThanOrEqualTo((int) TWO_CPUS + 64 * 1024);
  }

  @Test
  void rings_do_not_grow_without_end() {
    assertThat(LockedMemory.pages(TWO_CPUS, Long.MAX_VALUE, 1)).isEqualTo(256);
    assertThat(LockedMemory.pages(0, 0, 64)).isEqualTo(8);
  }
}
