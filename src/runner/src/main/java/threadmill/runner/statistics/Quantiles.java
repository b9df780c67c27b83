package threadmill.runner.statistics;

import java.util.Arrays;

/// Order statistics of a sample.
public final class Quantiles {
  private Quantiles() {}

  public static double median(double[] sample) {
    return of(sample, 0.5);
  }

  /// A quantile between neighbours, as Hyndman and Fan's type 7 has it, which R and NumPy use.
  ///
  /// @param share from 0, the least, to 1, the greatest
  public static double of(double[] sample, double share) {
    if (sample.length == 0) {
      throw new IllegalArgumentException("an empty sample has no quantiles");
    }
    var sorted = sample.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, share);
  }

  static double ofSorted(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /// Distance between the quartiles as a share of the median.
  public static double spread(double[] sample) {
    return (of(sample, 0.75) - of(sample, 0.25)) / median(sample);
  }
}
