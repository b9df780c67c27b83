import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import threadmill.lab.Completed;

class Arrivals {
  /// Has all loads done by the pool, and shows a line for each as soon as it has ended. Only the
  /// thread that calls this calls the screen.
  static void showAll(List<Load> loads, ExecutorService pool, Consumer<String> screen)
      throws Exception {
    var urlOf = new HashMap<Future<Integer>, String>();
    for (var load : loads) {
      urlOf.put(pool.submit(load.size()), load.url());
    }
    for (var size : Completed.asCompleted(urlOf.keySet())) {
      screen.accept(line(urlOf.get(size), size));
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
