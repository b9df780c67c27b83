package threadmill.server.statistics;

import java.util.List;
import java.util.Locale;
import threadmill.runner.statistics.Bootstrap;
import threadmill.runner.statistics.Estimate;
import threadmill.runner.statistics.Quantiles;

/// Amdahl's law, `T(p) = T(1) (s + (1-s)/p)`: a share `s` of the work is serial (Amdahl: Validity
/// of the single processor approach to achieving large scale computing capabilities, AFIPS 1967).
///
/// `T` is linear in `1/p`, so least squares give it in closed form; residuals are weighed by
/// `1/T²`, since times are off by shares of themselves.
public final class Amdahl {
  /// Two determine it and show nothing of how well it holds.
  public static final int FEWEST_POINTS = 3;

  private static final int RESAMPLES = 1_000;

  private Amdahl() {}

  /// Fits it to times.
  ///
  /// @param points with different numbers of workers, at least [#FEWEST_POINTS]
  public static Law fit(List<Point> points, long seed) {
    var workers = points.stream().mapToInt(Point::workers).toArray();
    var samples = points.stream().map(Point::sample).toList();
    var serial = Bootstrap.of(samples, it -> solve(workers, medians(it)).serial(), RESAMPLES, seed);
    var line = solve(workers, medians(samples));
    var measured = points.stream().mapToDouble(it -> line.one() / it.median()).toArray();
    return Law.of(
        List.of(new Law.Parameter("serial fraction", "s", serial)),
        words(serial),
        null,
        workers,
        measured,
        p -> 1 / (serial.value() + (1 - serial.value()) / p));
  }

  static double[] medians(List<double[]> samples) {
    return samples.stream().mapToDouble(Quantiles::median).toArray();
  }

  private static String words(Estimate serial) {
    var share = Law.percent(serial.value());
    if (serial.value() < 0.005) {
      return share + " of the work is serial: it scales as far as was measured.";
    }
    return String.format(
        Locale.ROOT,
        "%s of the work is serial (95 %% CI %s to %s): no number of cores makes it more than %.1fx faster.",
        share,
        Law.percent(serial.low()),
        Law.percent(serial.high()),
        1 / serial.value());
  }

  /// Time that any number of workers needs, and time that they share.
  private record Line(double fixed, double shared) {
    double one() {
      return fixed + shared;
    }

    double serial() {
      return fixed / one();
    }
  }

  private static Line solve(int[] workers, double[] times) {
    double w = 0;
    double wx = 0;
    double wxx = 0;
    double wy = 0;
    double wxy = 0;
    for (int i = 0; i < workers.length; i++) {
      double weight = 1 / (times[i] * times[i]);
      double x = 1.0 / workers[i];
      w += weight;
      wx += weight * x;
      wxx += weight * x * x;
      wy += weight * times[i];
      wxy += weight * x * times[i];
    }
    double determinant = w * wxx - wx * wx;
    double fixed = (wxx * wy - wx * wxy) / determinant;
    double shared = (w * wxy - wx * wy) / determinant;
    // Neither share can be below nothing: then the other alone fits best.
    if (fixed < 0) {
      return new Line(0, wxy / wxx);
    }
    return shared < 0 ? new Line(wy / w, 0) : new Line(fixed, shared);
  }
}
