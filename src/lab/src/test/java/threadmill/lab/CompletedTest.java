package threadmill.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CompletedTest {

  @Test
  void completable_futures_come_in_the_order_of_their_completion() {
    var first = new CompletableFuture<String>();
    var second = new CompletableFuture<String>();
    var failed = new CompletableFuture<String>();
    var futures = Completed.asCompleted(List.of(first, second, failed)).iterator();

    failed.completeExceptionally(new IllegalStateException());
    assertThat(futures.next()).isSameAs(failed);
    second.complete("2");
    assertThat(futures.next()).isSameAs(second);
    first.cancel(true);
    assertThat(futures.next()).isSameAs(first);
    assertThat(futures.hasNext()).isFalse();
  }

  @Test
  void futures_of_any_executor_will_do() throws Exception {
    var gates = List.of(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
    try (var plain = Executors.newFixedThreadPool(3);
        var lab = ExecutorKind.VIRTUAL.open(1)) {
      var futures = new ArrayList<Future<Integer>>();
      futures.add(plain.submit(() -> passed(gates.get(0), 0)));
      futures.add(lab.submit(() -> passed(gates.get(1), 1)));
      futures.add(plain.submit(() -> passed(gates.get(2), 2)));
      var order = Completed.asCompleted(futures).iterator();
      for (int next : List.of(2, 0, 1)) {
        gates.get(next).countDown();
        assertThat(order.next().get()).isEqualTo(next);
      }
    }
  }

  private static int passed(CountDownLatch gate, int value) throws InterruptedException {
    gate.await();
    return value;
  }

  @Test
  void who_is_interrupted_waits_no_longer() {
    var futures = Completed.asCompleted(List.of(new CompletableFuture<String>())).iterator();
    Thread.currentThread().interrupt();

    assertThatThrownBy(futures::next)
        .isInstanceOf(java.util.concurrent.CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
