import java.util.concurrent.locks.Lock;

// Five philosophers think and eat, 20 ms each, eight times.

static final List<String> NAMES = List.of("Hypatia", "Laozi", "Averroes", "Kant", "Arendt");

final Table table =
    new Table(Stream.<Lock>generate(ReentrantLock::new).limit(NAMES.size()).toList());

void main() throws InterruptedException {
  long begin = System.nanoTime();
  var philosophers = new ArrayList<Thread>();
  for (int seat = 0; seat < NAMES.size(); seat++) {
    int mine = seat;
    philosophers.add(Thread.ofPlatform().name(NAMES.get(seat)).start(() -> live(mine)));
  }
  for (var philosopher : philosophers) {
    philosopher.join();
  }
  IO.println("all have eaten after %d ms".formatted((System.nanoTime() - begin) / 1_000_000));
}

void live(int seat) {
  for (int i = 0; i < 8; i++) {
    sleep(20); // thinks
    table.eat(seat, () -> sleep(20));
  }
}

void sleep(int millis) {
  try {
    Thread.sleep(millis);
  } catch (InterruptedException e) {
    Thread.currentThread().interrupt();
  }
}
