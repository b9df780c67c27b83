package threadmill.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  @Test
  void a_thread_that_enters_join_waits_for_nobody_yet() throws Exception {
    var enough = new CountDownLatch(1);
    var joined = Thread.ofPlatform().start(() -> await(enough));
    Thread joiner;
    synchronized (joined) {
      joiner = Thread.ofPlatform().start(() -> join(joined));
      until(joiner, Thread.State.BLOCKED);

      assertThat(Snapshot.joined(joiner)).isNull();
    }
    enough.countDown();
    joiner.join();
    assertThat(Snapshot.joined(joiner)).isNull();
  }

  private static void until(Thread thread, Thread.State state) {
    while (thread.getState() != state) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
