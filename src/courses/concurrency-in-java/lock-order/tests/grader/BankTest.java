import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class BankTest {

  @Test
  void there_and_back(Subject subject) {
    subject.call("BankDriver.thereAndBack", 20);
  }

  @Test
  void one_transfer_is_right(Subject subject) {
    var random = subject.random();
    for (int i = 0; i < 20; i++) {
      long from = random.nextInt(0, 100);
      long to = random.nextInt(0, 100);
      long amount = random.nextInt(0, 100);
      boolean forth = random.nextBoolean();
      var got = longs(subject, "BankDriver.one", forth ? 1 : 2, from, forth ? 2 : 1, to, amount);
      assertEquals(
          from >= amount ? List.of(1L, from - amount, to + amount) : List.of(0L, from, to),
          got,
          "%d moved from %d to %d: whether it was done, and both balances"
              .formatted(amount, from, to));
    }
    assertEquals(
        List.of(1L, 50L), longs(subject, "BankDriver.oneself", 50L, 7L), "an account pays itself");
  }

  @Test
  void no_money_is_in_between(Subject subject) {
    var random = subject.random();
    for (int i = 0; i < 10; i++) {
      boolean forth = random.nextBoolean();
      long from = random.nextInt(50, 100);
      long to = random.nextInt(50, 100);
      long amount = random.nextInt(1, 50);
      var sums = longs(subject, "BankDriver.audit", forth ? 1 : 2, forth ? 2 : 1, from, to, amount);
      assertFalse(sums.isEmpty(), "a transfer should take the locks of both accounts");
      for (var sum : sums) {
        assertEquals(from + to, sum, "the sum of both accounts while nobody holds their locks");
      }
    }
  }

  @Test
  void strangers_do_not_wait(Subject subject) {
    assertTrue(
        subject.call("BankDriver.strangers").asBoolean(),
        "accounts 0 and 1 should not have to wait for accounts 2 and 3");
  }

  @Test
  void no_money_is_lost(Subject subject) {
    var random = subject.random();
    int clerks = random.nextInt(1, 5);
    int accounts = random.nextInt(2, 5);
    assertEquals(
        1_000L * accounts,
        subject.call("BankDriver.crowd", clerks, accounts, 300, random.nextLong()).asLong(),
        "what %d accounts have in all".formatted(accounts));
  }

  private static List<Long> longs(Subject subject, String method, Object... arguments) {
    return subject.call(method, arguments).asList().stream()
        .map(n -> ((Number) n).longValue())
        .toList();
  }
}
