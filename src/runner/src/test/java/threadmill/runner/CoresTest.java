package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CoresTest {

  @Test
  void runs_get_the_cores_that_the_fewest_others_have() throws InterruptedException {
    var cores = new Cores(List.of(3, 5), 1);
    try (var first = shared(cores, 1);
        var second = shared(cores, 1)) {
      assertThat(first.numbers()).containsExactly(3);
      assertThat(second.numbers()).containsExactly(5);
    }
    try (var both = shared(cores, 2)) {
      assertThat(both.numbers()).containsExactly(3, 5);
    }
  }

  @Test
  void a_core_that_is_given_back_is_taken_again() throws InterruptedException {
    var cores = new Cores(List.of(0, 1), 1);
    var first = shared(cores, 1);
    try (var second = shared(cores, 1)) {
      first.close();
      try (var third = shared(cores, 1)) {
        assertThat(third.numbers()).containsExactly(0).isNotEqualTo(second.numbers());
      }
    }
  }

  @Test
  void nobody_else_gets_a_core_that_is_leased_exclusively() throws InterruptedException {
    var cores = new Cores(List.of(0, 1, 2), 1);
    try (var alone = exclusive(cores, 1)) {
      assertThat(alone.numbers()).containsExactly(2);
      assertThat(alone.sharedWithServer()).isFalse();
      try (var first = shared(cores, 2);
          var second = shared(cores, 1)) {
        assertThat(first.numbers()).containsExactly(0, 1);
        assertThat(second.numbers()).doesNotContain(2);
      }
    }
  }

  @Test
  void an_exclusive_lease_waits_until_the_core_is_free_and_keeps_it_free_of_newcomers()
      throws InterruptedException {
    var cores = new Cores(List.of(0, 1), 1);
    var first = shared(cores, 1);
    var second = shared(cores, 1);
    var alone = cores.ask(1, true);
    try (var newcomer = shared(cores, 1)) {
      // Core 1 is drained for who waits, so that newcomers pile up on the other.
      assertThat(newcomer.numbers()).isEqualTo(first.numbers());
      second.close();
      try (var lease = alone.await().orElseThrow()) {
        assertThat(lease.numbers()).containsExactly(1);
      }
    }
    first.close();
  }

  @Test
  void one_core_stays_shared_while_others_are_leased_exclusively() throws InterruptedException {
    var cores = new Cores(List.of(0, 1), 1);
    var first = exclusive(cores, 1);
    var second = cores.ask(1, true);
    try (var shared = shared(cores, 1)) {
      assertThat(shared.numbers()).containsExactly(0);
      first.close();
      try (var lease = second.await().orElseThrow()) {
        assertThat(lease.numbers()).containsExactly(1);
        assertThat(lease.sharedWithServer()).isFalse();
      }
    }
  }

  @Test
  void with_no_core_kept_shared_leases_that_leave_the_server_none_say_so()
      throws InterruptedException {
    var cores = new Cores(List.of(0, 1), 0);
    try (var first = exclusive(cores, 1)) {
      assertThat(first.sharedWithServer()).isFalse();
      try (var second = exclusive(cores, 1)) {
        assertThat(second.sharedWithServer()).isTrue();
      }
      assertThat(first.sharedWithServer()).isTrue();
    }
  }

  @Test
  void a_lease_of_all_cores_waits_for_everybody_and_is_shared_with_the_server()
      throws InterruptedException {
    var cores = new Cores(List.of(0, 1), 1);
    var before = shared(cores, 1);
    var all = cores.ask(2, true);
    var behind = cores.ask(1, false);
    before.close();
    try (var lease = all.await().orElseThrow()) {
      assertThat(lease.numbers()).containsExactly(0, 1);
      assertThat(lease.sharedWithServer()).isTrue();
    }
    try (var lease = behind.await().orElseThrow()) {
      assertThat(lease.numbers()).hasSize(1);
    }
  }

  @Test
  void a_run_that_wants_more_cores_than_are_left_is_not_overtaken_by_exclusive_leases()
      throws InterruptedException {
    var cores = new Cores(List.of(0, 1), 1);
    var alone = exclusive(cores, 1);
    var wide = cores.ask(2, false);
    var nextAlone = cores.ask(1, true);
    alone.close();
    try (var lease = wide.await().orElseThrow()) {
      assertThat(lease.numbers()).containsExactly(0, 1);
    }
    try (var lease = nextAlone.await().orElseThrow()) {
      assertThat(lease.exclusive()).isTrue();
    }
  }

  @Test
  void who_gives_up_waiting_holds_up_nobody() throws InterruptedException {
    var cores = new Cores(List.of(0, 1), 1);
    var busy = shared(cores, 1);
    var all = cores.ask(2, true);
    var behind = cores.ask(1, false);
    all.abandon();
    assertThat(all.await()).isEmpty();
    try (var lease = behind.await().orElseThrow()) {
      assertThat(lease.numbers()).containsExactly(1);
    }
    busy.close();
  }

  @Test
  void many_at_once_are_all_served_and_exclusive_ones_are_alone() throws Exception {
    var cores = new Cores(List.of(0, 1, 2, 3), 1);
    var users = new AtomicIntegerArray(4);
    var random = new Random(11);
    try (var pool = Executors.newFixedThreadPool(16)) {
      var tasks = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 3_000; i++) {
        int count = 1 + random.nextInt(4);
        boolean alone = random.nextInt(3) == 0;
        tasks.add(() -> uses(cores, count, alone, users));
      }
      int served = 0;
      for (var future : pool.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
        served += future.get();
      }
      assertThat(served).isEqualTo(3_000);
    }
  }

  private static int uses(Cores cores, int count, boolean alone, AtomicIntegerArray users)
      throws InterruptedException {
    try (var lease = cores.ask(count, alone).await().orElseThrow()) {
      assertThat(lease.numbers()).hasSize(count);
      // An exclusive user counts for a thousand.
      int weight = alone ? 1_000 : 1;
      for (int core : lease.numbers()) {
        int now = users.addAndGet(core, weight);
        assertThat(alone ? now == 1_000 : now < 1_000).isTrue();
      }
      Thread.onSpinWait();
      lease.numbers().forEach(core -> users.addAndGet(core, -weight));
      return 1;
    }
  }

  private static Cores.Lease shared(Cores cores, int count) throws InterruptedException {
    return cores.ask(count, false).await().orElseThrow();
  }

  private static Cores.Lease exclusive(Cores cores, int count) throws InterruptedException {
    return cores.ask(count, true).await().orElseThrow();
  }
}
