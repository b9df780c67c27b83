import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Has jobs done whose steps wait for somebody else's progress. They wait as busy as can be, without
/// ever giving their core away: only the scheduler can hand it around.
class JobDriver {
  private static final long PATIENCE_NANOS = 2_000_000_000L;

  private volatile int stepOfOne;
  private volatile int stepOfTwo;
  private volatile boolean inVain;

  /// Each step of a job waits until the other job has begun the same step.
  static Map<String, Object> inTurns(int steps) throws InterruptedException {
    return new JobDriver().turns(steps);
  }

  private Map<String, Object> turns(int steps) throws InterruptedException {
    var one =
        new Job(
            "one",
            steps,
            () -> {
              stepOfOne++;
              spinUntil(() -> stepOfTwo >= stepOfOne);
            });
    var two =
        new Job(
            "two",
            steps,
            () -> {
              stepOfTwo++;
              spinUntil(() -> stepOfOne >= stepOfTwo);
            });
    one.start();
    two.start();
    one.finish();
    two.finish();
    return Map.of("inTurns", !inVain, "done", List.of(one.done(), two.done()));
  }

  /// Each step waits until `done` was seen to tell of the step before.
  static Map<String, Object> watched(int steps) throws InterruptedException {
    return new JobDriver().watch(steps);
  }

  private Map<String, Object> watch(int steps) throws InterruptedException {
    var seen = new ArrayList<Integer>();
    var job =
        new Job(
            "watched",
            steps,
            () -> {
              stepOfOne++;
              spinUntil(() -> stepOfTwo >= stepOfOne);
            });
    job.start();
    for (int step = 0; step < steps && !inVain; step++) {
      int expected = step;
      spinUntil(() -> job.done() == expected && stepOfOne == expected + 1);
      seen.add(job.done());
      stepOfTwo++;
    }
    job.finish();
    seen.add(job.done());
    return Map.of("seen", seen);
  }

  /// The last step is held for so many milliseconds.
  static int doneAfterFinish(int steps, int holdMillis) throws InterruptedException {
    var begun = new CountDownLatch(1);
    var job =
        new Job(
            "held",
            steps,
            () -> {
              begun.countDown();
              sleep(holdMillis / steps);
            });
    job.start();
    begun.await(2, TimeUnit.SECONDS);
    job.finish();
    return job.done();
  }

  private void spinUntil(BooleanSupplier condition) {
    long begin = System.nanoTime();
    while (!inVain && !condition.getAsBoolean()) {
      if (System.nanoTime() - begin > PATIENCE_NANOS) {
        inVain = true;
      }
    }
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
