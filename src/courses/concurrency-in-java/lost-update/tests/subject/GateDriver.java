import java.util.concurrent.atomic.AtomicInteger;

/// Opens some gates at the same moment and counts through them.
class GateDriver {

  /// Each gate counts `come` visitors in, and `go` of them out again, in turns.
  static int day(int gates, int come, int go) throws InterruptedException {
    var visitors = new Visitors();
    var ready = new AtomicInteger();
    var threads = new Thread[gates];
    for (int gate = 0; gate < gates; gate++) {
      threads[gate] =
          Thread.ofPlatform()
              .name("gate-" + (gate + 1))
              .start(() -> {
                ready.incrementAndGet();
                while (ready.get() < gates) {
                  Thread.yield();
                }
                for (int i = 0; i < come; i++) {
                  visitors.enter();
                  if (i < go) {
                    visitors.leave();
                  }
                }
              });
    }
    for (var thread : threads) {
      thread.join();
    }
    return visitors.inside();
  }
}
