package threadmill.server.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import threadmill.runner.statistics.Estimate;

/// A law of scaling with its parameters fitted to measured points.
///
/// @param parameters with intervals by a bootstrap over the times of each point
/// @param words what they mean
/// @param rSquared share of the variance of the measured speed-ups that it explains; below 0 where
///   their mean would do better
/// @param peak the number of workers from which more make it slower, null where there is none
/// @param residuals at the points
/// @param speedUp what it predicts for any number of workers, over one worker
public record Law(
    List<Parameter> parameters,
    String words,
    double rSquared,
    @Nullable Double peak,
    List<Residual> residuals,
    DoubleUnaryOperator speedUp) {

  /// What was fitted.
  ///
  /// @param symbol as formulas have it
  public record Parameter(String name, String symbol, Estimate estimate) {}

  /// Speed-ups as measured and as the law has them.
  public record Residual(int workers, double measured, double fitted) {
    public double difference() {
      return measured - fitted;
    }
  }

  /// Compares speed-ups with what a law predicts.
  static Law of(
      List<Parameter> parameters,
      String words,
      @Nullable Double peak,
      int[] workers,
      double[] measured,
      DoubleUnaryOperator law) {
    var residuals = new ArrayList<Residual>();
    double mean = 0;
    for (double speedUp : measured) {
      mean += speedUp / measured.length;
    }
    double unexplained = 0;
    double total = 0;
    for (int i = 0; i < workers.length; i++) {
      var residual = new Residual(workers[i], measured[i], law.applyAsDouble(workers[i]));
      residuals.add(residual);
      unexplained += residual.difference() * residual.difference();
      total += (measured[i] - mean) * (measured[i] - mean);
    }
    double rSquared = total == 0 ? (unexplained == 0 ? 1 : 0) : 1 - unexplained / total;
    return new Law(parameters, words, rSquared, peak, List.copyOf(residuals), law);
  }

  /// Whole percents, and what is below one as such.
  static String percent(double share) {
    return share < 0.005 ? "less than 1 %" : Math.round(share * 100) + " %";
  }
}
