package threadmill.runner.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Intervals by the expanded percentile bootstrap.
///
/// Samples are drawn again with replacement (Efron, Tibshirani: An Introduction to the Bootstrap,
/// 1993, chapter 13). For small samples the plain percentiles are too narrow, as an interval with a
/// normal quantile and a biased variance would be; so percentiles further out are taken: `Φ(-t ·
/// sqrt(n/(n-1)))` with Student's t instead of 2.5 % (Hesterberg: What Teachers Should Know About
/// the Bootstrap, The American Statistician 69, 2015). The same seed gives the same interval.
public final class Bootstrap {
  public static final String NAME = "expanded percentile bootstrap";
  public static final double CONFIDENCE = 0.95;
  public static final int RESAMPLES = 4_000;

  private Bootstrap() {}

  /// The median of a sample. One of a single number has no width that could be told.
  public static Estimate median(double[] sample, long seed) {
    var random = new SplittableRandom(seed);
    var values = new double[RESAMPLES];
    var drawn = new double[sample.length];
    for (int i = 0; i < RESAMPLES; i++) {
      values[i] = medianOfDrawn(sample, drawn, random);
    }
    return estimate(Quantiles.median(sample), values, sample.length);
  }

  /// How many times as large the median of one sample is as that of another.
  public static Estimate ratioOfMedians(double[] sample, double[] base, long seed) {
    var random = new SplittableRandom(seed);
    var values = new double[RESAMPLES];
    var drawn = new double[sample.length];
    var drawnBase = new double[base.length];
    for (int i = 0; i < RESAMPLES; i++) {
      values[i] = medianOfDrawn(sample, drawn, random) / medianOfDrawn(base, drawnBase, random);
    }
    return estimate(
        Quantiles.median(sample) / Quantiles.median(base),
        values,
        Math.min(sample.length, base.length));
  }

  /// @param drawn room for a sample; a page of results needs a million of them
  private static double medianOfDrawn(double[] sample, double[] drawn, SplittableRandom random) {
    draw(sample, drawn, random);
    Arrays.sort(drawn);
    return Quantiles.ofSorted(drawn, 0.5);
  }

  /// Any number that follows from some samples, each drawn again by itself.
  public static Estimate of(
      List<double[]> samples,
      ToDoubleFunction<List<double[]>> statistic,
      int resamples,
      long seed) {
    var random = new SplittableRandom(seed);
    var values = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      values[i] = statistic.applyAsDouble(samples.stream().map(it -> drawn(it, random)).toList());
    }
    int smallest = samples.stream().mapToInt(it -> it.length).min().orElse(1);
    return estimate(statistic.applyAsDouble(samples), values, smallest);
  }

  private static Estimate estimate(double value, double[] resampled, int sampleSize) {
    Arrays.sort(resampled);
    double tail = tail(sampleSize);
    return new Estimate(
        value, Quantiles.ofSorted(resampled, tail), Quantiles.ofSorted(resampled, 1 - tail));
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
    draw(sample, drawn, random);
    return drawn;
  }

  private static void draw(double[] sample, double[] into, SplittableRandom random) {
    for (int i = 0; i < into.length; i++) {
      into[i] = sample[random.nextInt(sample.length)];
    }
  }
}
