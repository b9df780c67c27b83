// Three dishes, each of which mostly waits.

void main() throws InterruptedException {
  long begin = System.nanoTime();
  Breakfast.makeAll(
      List.of(
          new Dish("eggs", () -> cook("eggs", 600)),
          new Dish("toast", () -> cook("toast", 300)),
          new Dish("tea", () -> cook("tea", 450))));
  IO.println("breakfast after %d ms".formatted((System.nanoTime() - begin) / 1_000_000));
}

void cook(String what, int millis) {
  IO.println(what + " begin");
  try {
    Thread.sleep(millis);
  } catch (InterruptedException e) {
    return;
  }
  IO.println(what + " ready, made by " + Thread.currentThread().getName());
}
