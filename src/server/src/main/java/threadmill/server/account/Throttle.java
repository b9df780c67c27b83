package threadmill.server.account;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import threadmill.server.problem.RequestRefused;

/// Slows down who guesses: failures are counted for a name at an address, for a name, and for an
/// address, the last generously, since a class sits behind one. What succeeds counts for nothing.
@ApplicationScoped
public class Throttle {
  private final LoadingCache<String, Bucket> pairs = buckets(10, Duration.ofMinutes(1));
  private final LoadingCache<String, Bucket> names = buckets(60, Duration.ofMinutes(1));
  private final LoadingCache<String, Bucket> addresses = buckets(200, Duration.ofSeconds(3));

  /// Refuses to have a password tried where too many were wrong.
  void check(String login, String address) {
    check(of(login, address));
  }

  /// Refuses to have a link or code tried from an address that tried too many.
  public void checkAddress(String address) {
    check(List.of(addresses.get(address)));
  }

  /// Counts a wrong password.
  void failed(String login, String address) {
    of(login, address).forEach(bucket -> bucket.tryConsume(1));
  }

  /// Counts a link or code that is no good.
  public void failedAt(String address) {
    addresses.get(address).tryConsume(1);
  }

  private static void check(List<Bucket> buckets) {
    long wait =
        buckets.stream()
            .mapToLong(bucket -> bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill())
            .max()
            .orElse(0);
    if (wait > 0) {
      long seconds = Duration.ofNanos(wait).toSeconds() + 1;
      throw RequestRefused.notNow(
          429, "Too many tries failed; wait " + seconds + " s and try again.", seconds);
    }
  }

  private List<Bucket> of(String login, String address) {
    var lower = login.strip().toLowerCase(Locale.ROOT);
    return List.of(pairs.get(lower + " " + address), names.get(lower), addresses.get(address));
  }

  /// Buckets for `burst` failures, of which one is forgiven in each `pace`.
  private static LoadingCache<String, Bucket> buckets(int burst, Duration pace) {
    return Caffeine.newBuilder()
        .maximumSize(100_000)
        .expireAfterAccess(pace.multipliedBy(burst))
        .build(_ ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(1, pace))
                .build());
  }
}
