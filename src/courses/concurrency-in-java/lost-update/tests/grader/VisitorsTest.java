import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class VisitorsTest {

  @Test
  void gates_close(Subject subject) {
    subject.call("GateDriver.day", 4, 5_000, 4_000);
  }

  @Test
  void one_gate_counts_right(Subject subject) {
    assertDay(subject, 1);
  }

  /// Now and then there is a single gate, which no race can disturb.
  @Test
  void no_update_is_lost(Subject subject) {
    assertDay(subject, subject.random().nextInt(1, 5));
  }

  private static void assertDay(Subject subject, int gates) {
    int come = subject.random().nextInt(1_000, 2_000);
    int go = subject.random().nextInt(500, 1_000);
    assertEquals(
        gates * (come - go),
        subject.call("GateDriver.day", gates, come, go).asInt(),
        "%d gate(s): at each, %d came and %d went".formatted(gates, come, go));
  }
}
