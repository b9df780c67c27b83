import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

class Arrivals {
  /// Has all loads done by the pool, and shows a line for each as soon as it has ended. Only the
  /// thread that calls this calls the screen.
  static void showAll(List<Load> loads, ExecutorService pool, Consumer<String> screen)
      throws Exception {
    var shown = new ArrayList<Future<?>>();
    for (var load : loads) {
      shown.add(
          pool.submit(
              () -> {
                try {
                  screen.accept(load.url() + " page is " + load.size().call() + " bytes");
                } catch (Exception e) {
                  var what = e.getClass().getSimpleName();
                  screen.accept(load.url() + " generated an exception: " + what);
                }
              }));
    }
    for (var each : shown) {
      each.get();
    }
  }
}
