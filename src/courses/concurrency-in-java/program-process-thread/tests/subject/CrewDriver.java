import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Has one thread started, whose work lasts until start has returned, or two seconds.
class CrewDriver {
  static Map<String, Object> start(String name) throws InterruptedException {
    var returned = new CountDownLatch(1);
    var worked = new CountDownLatch(1);
    var worker = new AtomicReference<Thread>();
    var nameThen = new AtomicReference<>("");
    var waitedInVain = new AtomicReference<>(false);
    Thread given =
        Crew.start(
            name,
            () -> {
              worker.set(Thread.currentThread());
              nameThen.set(Thread.currentThread().getName());
              try {
                waitedInVain.set(!returned.await(2, TimeUnit.SECONDS));
              } catch (InterruptedException e) {
                return;
              } finally {
                worked.countDown();
              }
            });
    returned.countDown();
    boolean done = worked.await(2, TimeUnit.SECONDS);
    return Map.of(
        "done", done,
        "name", nameThen.get(),
        "otherThread", worker.get() != Thread.currentThread(),
        "given", given != null && given == worker.get(),
        "atOnce", done && !waitedInVain.get());
  }
}
