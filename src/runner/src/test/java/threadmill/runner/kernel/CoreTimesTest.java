package threadmill.runner.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoreTimesTest {
  private static final String STAT =
      """
      cpu  300 20 30 4000 50 6 7 8 0 0
      cpu0 100 10 10 2000 25 3 3 4 0 0
      cpu10 200 10 20 2000 25 3 4 4 0 0
      intr 12345
      """;

  @Test
  void busy_is_all_but_idle_waiting_and_stolen() {
    assertThat(CoreTimes.parse(STAT, List.of(0)))
        .isEqualTo(new CoreTimes(1_260_000_000, 40_000_000));
  }

  @Test
  void only_the_cores_in_question_count() {
    assertThat(CoreTimes.parse(STAT, List.of(0, 10)))
        .isEqualTo(new CoreTimes(3_630_000_000L, 80_000_000));
    assertThat(CoreTimes.parse(STAT, List.of(1))).isEqualTo(new CoreTimes(0, 0));
  }
}
