package threadmill.server.statistics;

import threadmill.runner.statistics.Estimate;

/// The experimentally determined serial fraction, `e = (1/S - 1/p) / (1 - 1/p)` for a speed-up `S`
/// with `p` workers (Karp, Flatt: Measuring parallel processor performance, CACM 33, 1990). Where
/// it grows with `p`, overhead is to blame and not serial work.
public final class KarpFlatt {
  private KarpFlatt() {}

  /// The fraction for one point.
  ///
  /// @param speedUp above zero
  /// @param workers above 1
  public static double of(double speedUp, int workers) {
    return (1 / speedUp - 1.0 / workers) / (1 - 1.0 / workers);
  }

  /// The same with its interval: it falls as the speed-up grows.
  public static Estimate of(Estimate speedUp, int workers) {
    return new Estimate(
        of(speedUp.value(), workers), of(speedUp.high(), workers), of(speedUp.low(), workers));
  }
}
