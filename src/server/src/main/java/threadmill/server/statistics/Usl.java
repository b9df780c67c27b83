package threadmill.server.statistics;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threadmill.runner.statistics.Bootstrap;

/// The Universal Scalability Law, `X(N) = g N / (1 + α(N-1) + β N(N-1))`: throughput suffers from
/// contention α, waiting for each other, and coherency β, keeping each other informed (Gunther:
/// Guerrilla Capacity Planning, Springer 2007, chapter 4–6).
///
/// Fitted by nonlinear least squares over the throughput, as the R package `usl` does, with α and β
/// not below zero: Levenberg and Marquardt's method from where the linear fit of `N/X` is, once
/// with both free and once with each held at zero; the best that is allowed wins.
public final class Usl {
  /// As Gunther asks for.
  public static final int FEWEST_POINTS = 6;

  private static final int RESAMPLES = 300;
  private static final int MOST_STEPS = 200;
  private static final double CLOSE = 1e-14;

  private Usl() {}

  /// The law for one system.
  ///
  /// @param gamma throughput of one worker
  public record Parameters(double gamma, double alpha, double beta) {
    public double throughput(double workers) {
      return gamma * workers / denominator(workers);
    }

    private double denominator(double workers) {
      return 1 + alpha * (workers - 1) + beta * workers * (workers - 1);
    }

    /// From here on more workers make it slower: `sqrt((1-α)/β)`; null where there is no such
    /// point.
    public @Nullable Double peak() {
      return beta > 0 && alpha < 1 ? Math.sqrt((1 - alpha) / beta) : null;
    }
  }

  /// Fits it to times.
  ///
  /// @param points with different numbers of workers, at least [#FEWEST_POINTS]
  public static Law fit(List<Point> points, long seed) {
    var workers = points.stream().mapToInt(Point::workers).toArray();
    var samples = points.stream().map(Point::sample).toList();
    var best = parameters(workers, throughputs(Amdahl.medians(samples)));
    var alpha =
        Bootstrap.of(
            samples,
            it -> parameters(workers, throughputs(Amdahl.medians(it))).alpha(),
            RESAMPLES,
            seed);
    var beta =
        Bootstrap.of(
            samples,
            it -> parameters(workers, throughputs(Amdahl.medians(it))).beta(),
            RESAMPLES,
            seed);
    var measured = points.stream().mapToDouble(it -> 1 / it.median() / best.gamma()).toArray();
    return Law.of(
        List.of(
            new Law.Parameter("contention", "α", alpha), new Law.Parameter("coherency", "β", beta)),
        words(best, workers),
        best.peak(),
        workers,
        measured,
        n -> best.throughput(n) / best.gamma());
  }

  private static double[] throughputs(double[] times) {
    var throughputs = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      throughputs[i] = 1 / times[i];
    }
    return throughputs;
  }

  private static String words(Parameters found, int[] workers) {
    int most = 0;
    for (int each : workers) {
      most = Math.max(most, each);
    }
    var contention = Law.percent(found.alpha()) + " of the work is serial";
    var peak = found.peak();
    if (peak == null) {
      return contention + "; nothing was seen that would make it slower with more threads.";
    }
    long threads = Math.max(1, Math.round(peak));
    return threads > 4L * most
        ? String.format(
            Locale.ROOT,
            "%s; with more than about %d threads it may become slower, far beyond what was measured.",
            contention,
            threads)
        : String.format(
            Locale.ROOT, "%s; more than %d threads will make it slower.", contention, threads);
  }

  /// Fits throughputs.
  public static Parameters parameters(int[] workers, double[] throughputs) {
    var start = linear(workers, throughputs);
    Parameters best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int free = 0; free < 4; free++) {
      var found = refined(workers, throughputs, start, (free & 1) != 0, (free & 2) != 0);
      double off = squares(workers, throughputs, found);
      if (found.alpha() >= 0 && found.beta() >= 0 && found.gamma() > 0 && off < least) {
        least = off;
        best = found;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("no law fits what is no throughput");
    }
    return best;
  }

  /// `N/X = 1/g + α/g (N-1) + β/g N(N-1)` by linear least squares, what is below zero set to zero.
  private static Parameters linear(int[] workers, double[] throughputs) {
    var normal = new double[3][3];
    var right = new double[3];
    for (int i = 0; i < workers.length; i++) {
      double n = workers[i];
      double[] row = {1, n - 1, n * (n - 1)};
      for (int j = 0; j < 3; j++) {
        right[j] += row[j] * n / throughputs[i];
        for (int k = 0; k < 3; k++) {
          normal[j][k] += row[j] * row[k];
        }
      }
    }
    var solved = Linear.solve(normal, right);
    if (solved == null || solved[0] <= 0) {
      return new Parameters(throughputs[0] / workers[0], 0, 0);
    }
    return new Parameters(
        1 / solved[0], Math.max(0, solved[1] / solved[0]), Math.max(0, solved[2] / solved[0]));
  }

  private static Parameters refined(
      int[] workers, double[] throughputs, Parameters start, boolean alphaFree, boolean betaFree) {
    var now =
        new Parameters(start.gamma(), alphaFree ? start.alpha() : 0, betaFree ? start.beta() : 0);
    double off = squares(workers, throughputs, now);
    double damping = 1e-3;
    for (int step = 0; step < MOST_STEPS; step++) {
      var next = step(workers, throughputs, now, damping, alphaFree, betaFree);
      double nextOff =
          next == null ? Double.POSITIVE_INFINITY : squares(workers, throughputs, next);
      if (next != null && nextOff < off) {
        boolean close = off - nextOff <= CLOSE * off;
        now = next;
        off = nextOff;
        damping = Math.max(damping / 10, 1e-12);
        if (close) {
          break;
        }
      } else if (damping > 1e12) {
        break;
      } else {
        damping *= 10;
      }
    }
    return now;
  }

  /// One step of Levenberg and Marquardt; null where there is none.
  private static @Nullable Parameters step(
      int[] workers,
      double[] throughputs,
      Parameters now,
      double damping,
      boolean alphaFree,
      boolean betaFree) {
    var normal = new double[3][3];
    var right = new double[3];
    for (int i = 0; i < workers.length; i++) {
      double n = workers[i];
      double d = now.denominator(n);
      double x = now.throughput(n);
      double[] slope = {
        n / d, alphaFree ? -x * (n - 1) / d : 0, betaFree ? -x * n * (n - 1) / d : 0
      };
      for (int j = 0; j < 3; j++) {
        right[j] += slope[j] * (throughputs[i] - x);
        for (int k = 0; k < 3; k++) {
          normal[j][k] += slope[j] * slope[k];
        }
      }
    }
    for (int j = 0; j < 3; j++) {
      normal[j][j] = normal[j][j] == 0 ? 1 : normal[j][j] * (1 + damping);
    }
    var change = Linear.solve(normal, right);
    return change == null
        ? null
        : new Parameters(now.gamma() + change[0], now.alpha() + change[1], now.beta() + change[2]);
  }

  private static double squares(int[] workers, double[] throughputs, Parameters law) {
    double sum = 0;
    for (int i = 0; i < workers.length; i++) {
      double difference = throughputs[i] - law.throughput(workers[i]);
      sum += difference * difference;
    }
    return sum;
  }
}
