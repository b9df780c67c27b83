// Two threads, two locks, taken in opposite order. Each holds what the other needs: neither can
// go on, ever. Cure: let every thread take the locks in the same order.

static class Disk {}

static class Printer {}

final Disk disk = new Disk();
final Printer printer = new Printer();
final CountDownLatch bothHoldOne = new CountDownLatch(2);

void main() throws InterruptedException {
  Thread ann = Thread.ofPlatform().name("Ann").start(() -> use(disk, printer));
  Thread bob = Thread.ofPlatform().name("Bob").start(() -> use(printer, disk));
  ann.join();
  bob.join();
  IO.println("never printed");
}

void use(Object first, Object second) {
  synchronized (first) {
    IO.println(
        "%s has the %s and wants the %s"
            .formatted(Thread.currentThread().getName(), name(first), name(second)));
    meet();
    synchronized (second) {
      IO.println("never printed either");
    }
  }
}

// Without this the threads would often miss each other: a deadlock is a matter of timing.
void meet() {
  bothHoldOne.countDown();
  try {
    bothHoldOne.await();
  } catch (InterruptedException e) {
    Thread.currentThread().interrupt();
  }
}

String name(Object lock) {
  return lock.getClass().getSimpleName().toLowerCase();
}
