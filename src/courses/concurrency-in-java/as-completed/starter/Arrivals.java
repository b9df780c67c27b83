import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

class Arrivals {
  /// Has all loads done by the pool, and shows a line for each as soon as it has ended. Only the
  /// thread that calls this calls the screen.
  static void showAll(List<Load> loads, ExecutorService pool, Consumer<String> screen)
      throws Exception {
    var sizes = new ArrayList<Future<Integer>>();
    for (var load : loads) {
      sizes.add(pool.submit(load.size()));
    }
    // In the order of submission, for now.
    for (int i = 0; i < loads.size(); i++) {
      screen.accept(line(loads.get(i).url(), sizes.get(i)));
    }
  }

  private static String line(String url, Future<Integer> size) throws InterruptedException {
    try {
      return url + " page is " + size.get() + " bytes";
    } catch (ExecutionException e) {
      return url + " generated an exception: " + e.getCause().getClass().getSimpleName();
    }
  }
}
