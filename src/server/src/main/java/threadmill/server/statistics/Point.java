package threadmill.server.statistics;

import java.util.List;
import java.util.stream.DoubleStream;
import threadmill.runner.statistics.Quantiles;

/// Times that were measured with some number of workers.
///
/// @param workers threads or cores, from 1
/// @param times at least one, in any unit, all above zero
public record Point(int workers, List<Double> times) {
  public Point {
    times = List.copyOf(times);
  }

  public static Point of(int workers, double... times) {
    return new Point(workers, DoubleStream.of(times).boxed().toList());
  }

  double[] sample() {
    return times.stream().mapToDouble(it -> it).toArray();
  }

  double median() {
    return Quantiles.median(sample());
  }
}
