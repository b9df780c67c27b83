import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class Pages {
  /// Loads pages, `threads` at a time.
  ///
  /// @return a line for each address, in the order of the addresses
  static List<String> loadAll(List<String> urls, Loader loader, int threads) throws Exception {
    var lines = new ArrayList<String>();
    var pool = Executors.newFixedThreadPool(threads);
    var pages = new ArrayList<Future<byte[]>>();
    for (var url : urls) {
      pages.add(pool.submit(() -> loader.load(url)));
    }
    for (int i = 0; i < urls.size(); i++) {
      lines.add(line(urls.get(i), pages.get(i)));
    }
    return lines;
  }

  private static String line(String url, Future<byte[]> page) throws InterruptedException {
    try {
      return url + " page is " + page.get().length + " bytes";
    } catch (ExecutionException e) {
      return url + " generated an exception: " + e.getCause().getClass().getSimpleName();
    }
  }
}
