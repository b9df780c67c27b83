import java.util.List;

class Breakfast {
  /// Makes all dishes at the same time, each in a thread that has the dish's name, and returns when
  /// all are ready.
  static void makeAll(List<Dish> dishes) throws InterruptedException {
    for (var dish : dishes) {
      new Thread(dish.work(), dish.name()).start();
    }
  }
}
