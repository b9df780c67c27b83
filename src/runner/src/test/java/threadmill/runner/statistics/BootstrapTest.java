package threadmill.runner.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final double[] BASE = {290, 291, 288, 295, 289, 290, 292};

  @Test
  void the_same_seed_gives_the_same_interval() {
    assertThat(Bootstrap.median(BASE, 3)).isEqualTo(Bootstrap.median(BASE, 3));
  }

  /// Of intervals that claim 95 %, about as many must hold the true median: 1 below and above.
  @Test
  void intervals_hold_the_true_median_as_often_as_they_claim() {
    var random = new SplittableRandom(99);
    int held = 0;
    int samples = 600;
    for (int i = 0; i < samples; i++) {
      var sample = new double[9];
      for (int j = 0; j < sample.length; j++) {
        // Skewed as run times are: a floor, and now and then much more.
        sample[j] = 100 - 10 * Math.log(1 - random.nextDouble());
      }
      var interval = Bootstrap.median(sample, i);
      double median = 100 + 10 * Math.log(2);
      held += interval.low() <= median && median <= interval.high() ? 1 : 0;
    }
    assertThat(held / (double) samples).isBetween(0.93, 1.0);
  }

  @Test
  void small_samples_cut_off_less_than_large_ones() {
    // sqrt(5/4) · t(0.975; 4) = 3.104, sqrt(30/29) · t(0.975; 29) = 2.080
    assertThat(Bootstrap.tail(5)).isCloseTo(0.000955, within(0.00001));
    assertThat(Bootstrap.tail(30)).isCloseTo(0.01877, within(0.0001));
    assertThat(Bootstrap.tail(1_000_000)).isCloseTo(0.025, within(0.0001));
  }

  @Test
  void quantiles_are_those_of_r_and_numpy() {
    double[] sample = {4, 1, 3, 2};
    assertThat(Quantiles.median(sample)).isEqualTo(2.5);
    assertThat(Quantiles.of(sample, 0.25)).isEqualTo(1.75);
    assertThat(Quantiles.spread(sample)).isCloseTo(0.6, within(1e-12));
  }
}
