import java.io.FileNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Has pages loaded by a loader that needs no network. Its first loads wait until as many are under
/// way as there should be, and then a little for one more that should not be.
class PagesDriver {
  /// @param failing number of the page that fails, or -1
  static Map<String, Object> load(List<String> urls, int[] sizes, int failing, int threads)
      throws Exception {
    int enough = Math.min(threads, urls.size());
    var allThere = new CountDownLatch(enough);
    var tooMany = new CountDownLatch(enough + 1);
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    Loader loader =
        url -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          try {
            boolean early = allThere.getCount() > 0;
            allThere.countDown();
            tooMany.countDown();
            if (early && allThere.await(1_500, TimeUnit.MILLISECONDS)) {
              tooMany.await(300, TimeUnit.MILLISECONDS);
            }
            while (allThere.getCount() > 0) {
              allThere.countDown(); // somebody waited in vain: nobody need wait any more
            }
            int page = urls.indexOf(url);
            if (page == failing) {
              throw new FileNotFoundException(url);
            }
            return new byte[sizes[page]];
          } finally {
            underWay.decrementAndGet();
          }
        };
    return Map.of("lines", Pages.loadAll(urls, loader, threads), "most", most.get());
  }
}
