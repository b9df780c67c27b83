package threadmill.runner.statistics;

/// A number that was estimated from a sample, and the interval that it lies in with 95 %
/// confidence.
///
/// @param value the point estimate
/// @param low lower end of the interval
/// @param high upper end of the interval
public record Estimate(double value, double low, double high) {

  /// Whether both intervals have a point in common.
  public boolean overlaps(Estimate other) {
    return low <= other.high && other.low <= high;
  }

  /// The same in another unit.
  public Estimate times(double factor) {
    return new Estimate(value * factor, low * factor, high * factor);
  }
}
