package threadmill.server.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Intervals by the expanded percentile bootstrap.
///
/// Samples are drawn again with replacement (Efron, Tibshirani: An Introduction to the Bootstrap,
/// 1993, chapter 13). For small samples the plain percentiles are too narrow, as an interval with a
/// normal quantile and a biased variance would be; so percentiles further out are taken:
/// `Φ(-t · sqrt(n/(n-1)))` with Student's t instead of 2.5 % (Hesterberg: What Teachers Should Know
/// About the Bootstrap, The American Statistician 69, 2015). The same seed gives the same interval.
public final class Bootstrap {
  public static final String NAME = "expanded percentile bootstrap";
  public static final double CONFIDENCE = 0.95;
  public static final int RESAMPLES = 4_000;

  private Bootstrap() {}

  /// The median of a sample. One of a single number has no width that could be told.
  public static Estimate median(double[] sample, long seed) {
    return of(List.of(sample), it -> Quantiles.median(it.getFirst()), RESAMPLES, seed);
  }

  /// How many times as large the median of one sample is as that of another.
  public static Estimate ratioOfMedians(double[] sample, double[] base, long seed) {
    return of(
        List.of(sample, base),
        it -> Quantiles.median(it.getFirst()) / Quantiles.median(it.getLast()),
        RESAMPLES,
        seed);
  }

  /// Any number that follows from some samples, each drawn again by itself.
  static Estimate of(
      List<double[]> samples, ToDoubleFunction<List<double[]>> statistic, int resamples, long seed) {
    var random = new SplittableRandom(seed);
    var values = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      values[i] =
          statistic.applyAsDouble(samples.stream().map(it -> drawn(it, random)).toList());
    }
    Arrays.sort(values);
    int smallest = samples.stream().mapToInt(it -> it.length).min().orElse(1);
    double tail = tail(smallest);
    return new Estimate(
        statistic.applyAsDouble(samples),
        Quantiles.ofSorted(values, tail),
        Quantiles.ofSorted(values, 1 - tail));
  }

  /// The share that is cut off at either end.
  static double tail(int sampleSize) {
    if (sampleSize < 2) {
      return 0;
    }
    double expansion = Math.sqrt(sampleSize / (sampleSize - 1.0));
    return Distributions.normalBelow(-Distributions.student975(sampleSize - 1) * expansion);
  }

  private static double[] drawn(double[] sample, SplittableRandom random) {
    var drawn = new double[sample.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = sample[random.nextInt(sample.length)];
    }
    return drawn;
  }
}
