import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Has loads shown that end one by one, in an order that the driver is told, each only when the one
/// before was shown.
class ArrivalsDriver {
  private static final int PATIENCE_SECONDS = 2;

  /// @param order numbers of the loads, in the order in which they shall end
  /// @param failing number of the load that fails, or -1
  static Map<String, Object> show(int[] sizes, int[] order, int failing) throws Exception {
    int n = sizes.length;
    var gates = new ArrayList<CountDownLatch>();
    var loads = new ArrayList<Load>();
    for (int i = 0; i < n; i++) {
      int number = i;
      var gate = new CountDownLatch(1);
      gates.add(gate);
      loads.add(
          new Load(
              "page-" + i,
              () -> {
                gate.await();
                if (number == failing) {
                  throw new FileNotFoundException("page-" + number);
                }
                return sizes[number];
              }));
    }

    var lines = new LinkedBlockingQueue<String>();
    var byOthers = new AtomicBoolean();
    try (var pool = Executors.newFixedThreadPool(n);
        var caller = Executors.newSingleThreadExecutor()) {
      var shown =
          caller.submit(
              () -> {
                var self = Thread.currentThread();
                Arrivals.showAll(
                    loads,
                    pool,
                    line -> {
                      byOthers.compareAndSet(false, Thread.currentThread() != self);
                      lines.add(line);
                    });
                return null;
              });
      var seen = new ArrayList<String>();
      boolean late = false;
      for (int number : order) {
        gates.get(number).countDown();
        if (!late) {
          var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
          late = line == null;
          seen.add(late ? "nothing" : line);
        }
      }
      shown.get();
      seen.addAll(List.copyOf(lines));
      return Map.of("late", late, "lines", seen, "byOthers", byOthers.get());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception failure ? failure : e;
    }
  }
}
