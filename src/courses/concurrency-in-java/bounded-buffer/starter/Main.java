// A bakery: the oven gives a loaf every 30 ms, the shelf holds three, and the shop sells one every
// 60 ms. Change the times and see who waits for whom.

static final int LOAVES = 24;

final Buffer shelf = new Buffer(3);

void main() throws InterruptedException {
  var oven = Thread.ofPlatform().name("oven").start(() -> quietly(this::bake));
  var shop = Thread.ofPlatform().name("shop").start(() -> quietly(this::sell));
  oven.join();
  shop.join();
}

void bake() throws InterruptedException {
  for (int loaf = 1; loaf <= LOAVES; loaf++) {
    Thread.sleep(30);
    shelf.put("loaf " + loaf);
  }
  IO.println("the oven is done");
}

void sell() throws InterruptedException {
  for (int i = 0; i < LOAVES; i++) {
    IO.println("sold " + shelf.take());
    Thread.sleep(60);
  }
}

interface Work {
  void run() throws InterruptedException;
}

void quietly(Work work) {
  try {
    work.run();
  } catch (InterruptedException e) {
    Thread.currentThread().interrupt();
  }
}
