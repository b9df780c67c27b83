package threadmill.harness.web;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import threadmill.harness.wire.VirtualWeb;

/// What the virtual web holds: every host has the page `/` and the pages `/page/1` to `/page/1000`.
///
/// The latency of a page is within a fifth of what was asked for and its size within half, by seed,
/// host and path: loads end in an order of their own, and four at once still take a third of the
/// time of four in a row. Whether a request fails is drawn by the same and by how often that page
/// was asked for before, so that trying again can help, and does so in the same way each time.
///
/// Implementation note: used by the server's one thread.
final class Pages {
  private static final Pattern PATH = Pattern.compile("/|/page/([1-9][0-9]{0,2}|1000)");

  private static final int LATENCY = 1;
  private static final int SIZE = 2;
  private static final int ERROR = 3;

  private final VirtualWeb web;
  private final Map<String, Integer> asked = new HashMap<>();

  Pages(VirtualWeb web) {
    this.web = web;
  }

  /// @param host without its port, in lower case
  /// @param path without its query
  Answer answer(String host, String path) {
    if (!VirtualWeb.HOSTS.contains(host)) {
      return Answer.said("404 Not Found", "The virtual web has no such host.", false);
    }
    if (!PATH.matcher(path).matches()) {
      return Answer.said(
          "404 Not Found", "The virtual web has / and /page/1 to /page/1000 only.", false);
    }
    var page = host + path;
    int times = asked.merge(page, 1, Integer::sum);
    int latency = (int) Math.round(web.latencyMillis() * (0.8 + 0.4 * fraction(page, LATENCY, 0)));
    if (fraction(page, ERROR, times) < web.errorRate()) {
      var sentence = "The virtual web fails now and then, as it was told to.\n";
      return new Answer("503 Service Unavailable", latency, sentence, sentence.length(), false);
    }
    int bytes = (int) Math.round(web.bytes() * (0.5 + fraction(page, SIZE, 0)));
    return new Answer(
        "200 OK", latency, "<!doctype html><title>" + page + "</title>\n", bytes, false);
  }

  /// A number from 0 to less than 1 that depends on its arguments and the seed alone.
  private double fraction(String page, int use, int times) {
    long hash = mix(web.seed() + mix(use + mix(times)));
    for (int i = 0; i < page.length(); i++) {
      hash = mix(hash + page.charAt(i));
    }
    return (hash >>> 11) * 0x1p-53;
  }

  /// The step and finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
  /// generators, 2014).
  private static long mix(long from) {
    long z = from + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
