import java.util.concurrent.CompletableFuture;

class Morning {
  /// A report such as `Jena: sunny, roads free`, which comes when both services have answered. This
  /// method does not wait for them. Where one fails, `no news` stands in its place.
  static CompletableFuture<String> report(String city, Service weather, Service traffic) {
    return weather
        .ask(city)
        .exceptionally(failure -> "no news")
        .thenCompose(
            sky ->
                traffic
                    .ask(city)
                    .exceptionally(failure -> "no news")
                    .thenApply(roads -> city + ": " + sky + ", " + roads));
  }
}
