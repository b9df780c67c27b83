package threadmill.server.statistics;

import java.util.Locale;
import threadmill.runner.statistics.Bootstrap;
import threadmill.runner.statistics.Estimate;

/// Two samples of times compared, with a verdict in words.
///
/// @param speedUp how many times as fast the one is as its base, by the medians
/// @param finding what the interval permits to say
/// @param words such as `2.9x faster, 95 % CI 2.6–3.1`
public record Comparison(Estimate speedUp, Finding finding, String words) {

  /// What is said where there is nothing to compare.
  public static final String NO_COMPARISON = "no comparison: at least two times of each are needed";

  public enum Finding {
    /// Less time, of whichever kind it is.
    FASTER,
    SLOWER,
    /// The interval holds 1: the samples may as well come from the same program.
    NO_DIFFERENCE,
    /// A sample of one time says nothing of how much times differ.
    TOO_FEW
  }

  /// What is compared, with its words.
  public enum Quantity {
    WALL_TIME("faster", "slower", "%s–%s times as fast"),
    /// A program that computes less is not faster for it.
    CPU_TIME("less", "more", "%s–%s of the ratio");

    private final String less;
    private final String more;
    private final String neither;

    Quantity(String less, String more, String neither) {
      this.less = less;
      this.more = more;
      this.neither = neither;
    }
  }

  /// Compares wall times with those of a base; both at least one, all above zero.
  public static Comparison of(double[] times, double[] base, long seed) {
    return of(Quantity.WALL_TIME, times, base, seed);
  }

  /// Compares times with those of a base; both at least one, all above zero.
  public static Comparison of(Quantity quantity, double[] times, double[] base, long seed) {
    var speedUp = Bootstrap.ratioOfMedians(base, times, seed);
    if (Math.min(times.length, base.length) < 2) {
      return new Comparison(speedUp, Finding.TOO_FEW, NO_COMPARISON);
    }
    if (speedUp.low() > 1) {
      return new Comparison(
          speedUp,
          Finding.FASTER,
          words(quantity.less, speedUp.value(), speedUp.low(), speedUp.high()));
    }
    if (speedUp.high() < 1) {
      return new Comparison(
          speedUp,
          Finding.SLOWER,
          words(quantity.more, 1 / speedUp.value(), 1 / speedUp.high(), 1 / speedUp.low()));
    }
    return new Comparison(
        speedUp,
        Finding.NO_DIFFERENCE,
        "no difference that this data can show, 95 % CI "
            + quantity.neither.formatted(number(speedUp.low()), number(speedUp.high())));
  }

  /// The words with what the base is called, such as `2.9x faster than cell 0, 95 % CI 2.6–3.1`.
  public String wordsAgainst(String base) {
    return finding == Finding.FASTER || finding == Finding.SLOWER
        ? words.replaceFirst(",", " than " + base + ",")
        : words;
  }

  private static String words(String direction, double value, double low, double high) {
    return "%sx %s, 95 %% CI %s–%s".formatted(number(value), direction, number(low), number(high));
  }

  /// Three significant digits below 10, whole numbers from 100 up.
  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }
}
