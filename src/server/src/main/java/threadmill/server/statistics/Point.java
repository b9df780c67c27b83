package threadmill.server.statistics;

/// Times that were measured with some number of workers.
///
/// @param workers threads or cores, from 1
/// @param times at least one, in any unit, all above zero
public record Point(int workers, double[] times) {
  double median() {
    return Quantiles.median(times);
  }
}
