import java.util.ArrayList;
import java.util.List;

class Breakfast {
  /// Makes all dishes at the same time, each in a thread that has the dish's name, and returns when
  /// all are ready.
  static void makeAll(List<Dish> dishes) throws InterruptedException {
    var cooks = new ArrayList<Thread>();
    for (var dish : dishes) {
      cooks.add(Thread.ofPlatform().name(dish.name()).start(dish.work()));
    }
    for (var cook : cooks) {
      cook.join();
    }
  }
}
