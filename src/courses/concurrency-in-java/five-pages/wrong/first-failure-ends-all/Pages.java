import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class Pages {
  /// Loads pages, `threads` at a time.
  ///
  /// @return a line for each address, in the order of the addresses
  static List<String> loadAll(List<String> urls, Loader loader, int threads) throws Exception {
    var lines = new ArrayList<String>();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var pages = new ArrayList<Future<byte[]>>();
      for (var url : urls) {
        pages.add(pool.submit(() -> loader.load(url)));
      }
      for (int i = 0; i < urls.size(); i++) {
        lines.add(urls.get(i) + " page is " + pages.get(i).get().length + " bytes");
      }
    }
    return lines;
  }
}
