import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

class Arrivals {
  /// Has all loads done by the pool, and shows a line for each as soon as it has ended. Only the
  /// thread that calls this calls the screen.
  static void showAll(List<Load> loads, ExecutorService pool, Consumer<String> screen)
      throws Exception {
    var completed = new ExecutorCompletionService<Integer>(pool);
    var urlOf = new HashMap<Future<Integer>, String>();
    for (var load : loads) {
      urlOf.put(completed.submit(load.size()), load.url());
    }
    for (int i = 0; i < loads.size(); i++) {
      var size = completed.take();
      screen.accept(urlOf.get(size) + " page is " + size.get() + " bytes");
    }
  }
}
