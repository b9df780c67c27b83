package threadmill.runner.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpusTest {
  @Test
  void a_list_of_ranges_is_read() {
    assertThat(Cpus.parse("0-3,8,10-11\n")).containsExactly(0, 1, 2, 3, 8, 10, 11);
    assertThat(Cpus.parse("0-2,8,10-11")).containsExactly(0, 1, 2, 8, 10, 11);
    assertThat(Cpus.parse("0")).containsExactly(0);
  }
}
