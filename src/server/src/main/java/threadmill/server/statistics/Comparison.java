package threadmill.server.statistics;

import java.util.Locale;

/// Two samples of times compared, with a verdict in words.
///
/// @param speedUp how many times as fast the one is as its base, by the medians
/// @param finding what the interval permits to say
/// @param words such as `2.9x faster, 95 % CI 2.6–3.1`
public record Comparison(Estimate speedUp, Finding finding, String words) {

  public enum Finding {
    FASTER,
    SLOWER,
    /// The interval holds 1: the samples may as well come from the same program.
    NO_DIFFERENCE,
    /// A sample of one time says nothing of how much times differ.
    TOO_FEW
  }

  /// Compares times with those of a base; both at least one, all above zero.
  public static Comparison of(double[] times, double[] base, long seed) {
    var speedUp = Bootstrap.ratioOfMedians(base, times, seed);
    if (Math.min(times.length, base.length) < 2) {
      return new Comparison(
          speedUp, Finding.TOO_FEW, "no comparison: at least two times of each are needed");
    }
    if (speedUp.low() > 1) {
      return new Comparison(
          speedUp, Finding.FASTER, words("faster", speedUp.value(), speedUp.low(), speedUp.high()));
    }
    if (speedUp.high() < 1) {
      return new Comparison(
          speedUp,
          Finding.SLOWER,
          words("slower", 1 / speedUp.value(), 1 / speedUp.high(), 1 / speedUp.low()));
    }
    return new Comparison(
        speedUp,
        Finding.NO_DIFFERENCE,
        "no difference that this data can show, 95 %% CI %s–%s times as fast"
            .formatted(number(speedUp.low()), number(speedUp.high())));
  }

  private static String words(String direction, double value, double low, double high) {
    return "%sx %s, 95 %% CI %s–%s".formatted(number(value), direction, number(low), number(high));
  }

  /// Three significant digits below 10, whole numbers from 100 up.
  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }
}
