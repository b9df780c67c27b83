import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Loads that wait, fail, and are counted.
class LoadsDriver {

  /// Loads of a millisecond, of which every third fails: how many answers there are.
  static int failing(int loads, int atOnce) throws Exception {
    return Loads.all(
            ids(loads),
            atOnce,
            id -> {
              Thread.sleep(1);
              if (id % 3 == 0) {
                throw new IllegalStateException("load " + id);
              }
              return "load " + id;
            })
        .size();
  }

  /// The answers for some ids; the first takes longest. Multiples of `bad` fail.
  static List<String> answers(int[] ids, int atOnce, int bad) throws Exception {
    var wanted = IntStream.of(ids).boxed().toList();
    return Loads.all(
        wanted,
        atOnce,
        id -> {
          Thread.sleep(id == ids[0] ? 150 : 2);
          if (id % bad == 0) {
            throw new IllegalStateException("load " + id);
          }
          return "answer " + id;
        });
  }

  /// How many of some loads were not on a virtual thread.
  static int onPlatform(int loads, int atOnce) throws Exception {
    var platform = new AtomicInteger();
    Loads.all(
        ids(loads),
        atOnce,
        id -> {
          if (!Thread.currentThread().isVirtual()) {
            platform.incrementAndGet();
          }
          return "";
        });
    return platform.get();
  }

  /// The most loads that were under way at the same time. The first ones wait for each other, and
  /// stay a little longer, so that more could come.
  static int most(int loads, int atOnce) throws Exception {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var full = new CountDownLatch(atOnce);
    Loads.all(
        ids(loads),
        atOnce,
        id -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          full.countDown();
          if (!full.await(2, TimeUnit.SECONDS)) {
            while (full.getCount() > 0) {
              full.countDown(); // nobody else comes: don't wait again
            }
          }
          Thread.sleep(20);
          now.decrementAndGet();
          return "";
        });
    return most.get();
  }

  /// Loads of some length: how many answers there are.
  static int many(int loads, int atOnce, int millis) throws Exception {
    return Loads.all(
            ids(loads),
            atOnce,
            id -> {
              Thread.sleep(millis);
              return "";
            })
        .size();
  }

  private static List<Integer> ids(int loads) {
    return IntStream.range(0, loads).boxed().toList();
  }
}
