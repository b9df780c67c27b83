package threadmill.server.statistics;

import java.util.List;
import java.util.Locale;
import threadmill.runner.statistics.Bootstrap;

/// Gustafson's law of the scaled speed-up, `S(p) = p - a (p-1)`: a share `a` of the time is serial
/// when the work grows with the workers (Gustafson: Reevaluating Amdahl's law, CACM 31, 1988).
///
/// Least squares give it in closed form.
public final class Gustafson {
  public static final int FEWEST_POINTS = 3;
  private static final int RESAMPLES = 1_000;

  private Gustafson() {}

  /// Fits it to times.
  ///
  /// @param points whose work is `workers` times that of one worker; the first has one worker
  public static Law fit(List<Point> points, long seed) {
    var workers = points.stream().mapToInt(Point::workers).toArray();
    var samples = points.stream().map(Point::sample).toList();
    var serial =
        Bootstrap.of(
            samples, it -> solve(workers, scaled(workers, Amdahl.medians(it))), RESAMPLES, seed);
    return Law.of(
        List.of(new Law.Parameter("serial fraction of the time", "a", serial)),
        String.format(
            Locale.ROOT,
            "%s of the time is serial when the work grows with the workers: each further one adds the work of %.2f.",
            Law.percent(serial.value()),
            1 - serial.value()),
        null,
        workers,
        scaled(workers, Amdahl.medians(samples)),
        p -> p - serial.value() * (p - 1));
  }

  /// How many times the work of one worker was done in its time.
  private static double[] scaled(int[] workers, double[] times) {
    var scaled = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      scaled[i] = workers[i] * times[0] / times[i];
    }
    return scaled;
  }

  private static double solve(int[] workers, double[] speedUps) {
    double product = 0;
    double square = 0;
    for (int i = 0; i < workers.length; i++) {
      double more = workers[i] - 1.0;
      product += more * (workers[i] - speedUps[i]);
      square += more * more;
    }
    return Math.clamp(product / square, 0, 1);
  }
}
