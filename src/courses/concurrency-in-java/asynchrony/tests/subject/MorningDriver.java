import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// Has a report made of two services that answer when the driver lets them.
class MorningDriver {
  private static final int PATIENCE_MILLIS = 1_500;

  /// @param sky the weather's answer; empty where it fails
  /// @param roads the traffic's answer, likewise
  static Map<String, Object> report(String city, String sky, String roads, boolean weatherFirst)
      throws InterruptedException {
    var weather = new CompletableFuture<String>();
    var traffic = new CompletableFuture<String>();
    var asked = new CountDownLatch(2);
    var returned = new CountDownLatch(1);
    var report = new AtomicReference<CompletableFuture<String>>();
    Thread.ofPlatform()
        .name("window")
        .start(
            () -> {
              report.set(
                  Morning.report(city, asking(weather, asked), asking(traffic, asked)));
              returned.countDown();
            });

    boolean atOnce = returned.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    boolean askedBoth = asked.getCount() == 0;
    boolean tooEarly = atOnce && report.get().isDone();

    answer(weatherFirst ? weather : traffic, weatherFirst ? sky : roads);
    tooEarly |= atOnce && report.get().isDone();
    answer(weatherFirst ? traffic : weather, weatherFirst ? roads : sky);
    boolean came = returned.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    return Map.of(
        "atOnce", atOnce,
        "askedBoth", askedBoth,
        "tooEarly", tooEarly,
        "text", came ? textOf(report.get()) : "");
  }

  private static Service asking(CompletableFuture<String> answer, CountDownLatch asked) {
    return city -> {
      asked.countDown();
      return answer;
    };
  }

  private static void answer(CompletableFuture<String> service, String answer) {
    if (answer.isEmpty()) {
      service.completeExceptionally(new IllegalStateException("out of order"));
    } else {
      service.complete(answer);
    }
  }

  private static String textOf(CompletableFuture<String> report) throws InterruptedException {
    try {
      return report.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return "failed with " + e.getCause();
    } catch (TimeoutException e) {
      return "never completed";
    }
  }
}
