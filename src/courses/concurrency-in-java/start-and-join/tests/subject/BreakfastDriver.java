import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Has dishes made that all wait for each other to begin, and are then kept from getting ready: all
/// but one, and at last that one too.
class BreakfastDriver {
  private static final int PATIENCE_SECONDS = 2;

  /// @param holdMillis how long the last one is held
  static Map<String, Object> make(List<String> names, int last, int holdMillis)
      throws InterruptedException {
    int n = names.size();
    var begun = new CountDownLatch(n);
    var alone = new AtomicBoolean();
    var others = new CountDownLatch(1);
    var theLast = new CountDownLatch(1);
    var ready = new AtomicInteger();
    var othersReady = new CountDownLatch(n - 1);
    var ranAs = new ConcurrentLinkedQueue<String>();

    var dishes = new ArrayList<Dish>();
    for (int i = 0; i < n; i++) {
      int number = i;
      dishes.add(
          new Dish(
              names.get(i),
              () -> {
                ranAs.add(names.get(number) + " by " + Thread.currentThread().getName());
                begun.countDown();
                if (!alone.get() && !await(begun)) {
                  alone.set(true);
                }
                if (!alone.get()) {
                  await(number == last ? theLast : others);
                }
                ready.incrementAndGet();
                if (number != last) {
                  othersReady.countDown();
                }
              }));
    }

    var readyThen = new AtomicInteger();
    Thread caller =
        Thread.ofPlatform()
            .name("caller")
            .start(
                () -> {
                  try {
                    Breakfast.makeAll(dishes);
                    readyThen.set(ready.get());
                  } catch (InterruptedException e) {
                    readyThen.set(-1);
                  }
                });
    begun.await(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
    others.countDown();
    await(othersReady);
    if (holdMillis > 0) {
      caller.join(holdMillis);
    }
    theLast.countDown();
    caller.join(5_000);
    return Map.of(
        "together", !alone.get() && begun.getCount() == 0,
        "ranAs", List.copyOf(ranAs),
        "readyThen", readyThen.get());
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
