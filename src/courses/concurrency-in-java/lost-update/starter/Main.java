// A day at the museum: four gates, each with a thread of its own.
// Everybody who comes in goes out again, but 1,000 at each gate stay for the evening concert.

static final int GATES = 4;
static final int COME = 301_000;
static final int GO = 300_000;

void main() throws InterruptedException {
  var visitors = new Visitors();
  var open = new CountDownLatch(1);
  var gates = new ArrayList<Thread>();
  for (int gate = 1; gate <= GATES; gate++) {
    gates.add(Thread.ofPlatform().name("gate-" + gate).start(() -> count(visitors, open)));
  }
  open.countDown();
  for (var gate : gates) {
    gate.join();
  }
  IO.println("stayed for the concert: " + GATES * (COME - GO));
  IO.println("the museum's counter:   " + visitors.inside());
}

void count(Visitors visitors, CountDownLatch open) {
  try {
    open.await();
  } catch (InterruptedException e) {
    return;
  }
  for (int i = 0; i < COME; i++) {
    visitors.enter();
    if (i < GO) {
      visitors.leave();
    }
  }
}
