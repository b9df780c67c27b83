import java.util.ArrayList;
import java.util.List;

class Pages {
  /// Loads pages, `threads` at a time.
  ///
  /// @return a line for each address, in the order of the addresses
  static List<String> loadAll(List<String> urls, Loader loader, int threads) throws Exception {
    var lines = new ArrayList<String>();
    for (var url : urls) {
      // One after the other, for now; and the first failure ends it all.
      lines.add(url + " page is " + loader.load(url).length + " bytes");
    }
    return lines;
  }
}
