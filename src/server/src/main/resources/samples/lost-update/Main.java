// Two threads count with one counter. counter++ is three steps: read, add, write. Where both
// threads read the same number, both write the same next one, and one update is lost.
//
// The run ends well, since no rule of the JVM was broken: that is what makes races hard to see.

static final int TIMES = 500_000;

volatile int counter; // visible to both at once, and yet not counted right
final AtomicInteger atomic = new AtomicInteger(); // the cure: one step that cannot be split

void main() throws InterruptedException {
  var together = new CyclicBarrier(2);
  Thread one = Thread.ofPlatform().name("Counter 1").start(() -> count(together));
  Thread two = Thread.ofPlatform().name("Counter 2").start(() -> count(together));
  one.join();
  two.join();

  int expected = 2 * TIMES;
  IO.println("expected      " + expected);
  IO.println("counter       %d (%d lost)".formatted(counter, expected - counter));
  IO.println("AtomicInteger " + atomic.get());
}

void count(CyclicBarrier together) {
  try {
    together.await();
  } catch (InterruptedException | BrokenBarrierException e) {
    return;
  }
  for (int i = 0; i < TIMES; i++) {
    counter++;
    atomic.incrementAndGet();
  }
}
