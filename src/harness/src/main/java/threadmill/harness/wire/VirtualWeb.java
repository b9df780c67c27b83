package threadmill.harness.wire;

import java.util.List;

/// How the small web behaves that answers inside a sandbox; see `threadmill.harness.web`.
///
/// @param latencyMillis mean time until an answer begins, 0 to [#MOST_LATENCY_MILLIS]
/// @param bytes mean size of a page, 0 to [#MOST_BYTES]
/// @param errorRate share of requests that are answered with 503, 0 to 1
/// @param seed the same seed gives the same latencies, sizes and errors
public record VirtualWeb(int latencyMillis, int bytes, double errorRate, int seed) {
  public static final int DEFAULT_LATENCY_MILLIS = 200;
  public static final int MOST_LATENCY_MILLIS = 10_000;
  public static final int DEFAULT_BYTES = 20_000;
  public static final int MOST_BYTES = 1_000_000;
  public static final int DEFAULT_SEED = 1;

  /// The hosts that exist; every other name is unknown.
  public static final List<String> HOSTS =
      List.of("www.foxnews.com", "www.cnn.com", "europe.wsj.com", "www.bbc.co.uk", "example.com");
}
