package threadmill.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// How long a section took, several times over. Wall time, as `System.nanoTime` has it: waiting
/// counts.
///
/// ```java
/// var m = Lab.measure(10, 21, () -> IntStream.range(0, 1_000_000).sum());
/// IO.println(m); // median 310 µs, middle half 305–322 µs, 21 times after 10 to warm up
/// IO.println(m.medianNanos() < 1_000_000 ? "under a millisecond" : "longer");
/// ```
///
/// @param warmUp how often the section was done before, untimed
/// @param nanos the times, in nanoseconds and ascending order; at least one
public record Measurement(int warmUp, List<Long> nanos) {
  /// What sections return goes here, so that the JIT compiler cannot leave their work out.
  @SuppressWarnings("UnusedVariable") // that is what it is for
  private static volatile @Nullable Object sink;

  public Measurement {
    if (nanos.isEmpty()) {
      throw new IllegalArgumentException("a measurement has at least one time");
    }
    nanos = nanos.stream().sorted().toList();
  }

  static Measurement take(int warmUp, int times, Callable<?> section) throws Exception {
    if (warmUp < 0 || times < 1) {
      throw new IllegalArgumentException("warm up 0 times or more, measure once or more");
    }
    for (int i = 0; i < warmUp; i++) {
      sink = section.call();
    }
    var nanos = new Long[times];
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      sink = section.call();
      nanos[i] = System.nanoTime() - began;
    }
    sink = null;
    return new Measurement(warmUp, Arrays.asList(nanos));
  }

  /// The time that half of the times are not above.
  public long medianNanos() {
    return quantile(0.5);
  }

  /// The times between which the middle half lies: its lower end.
  public long lowerQuartileNanos() {
    return quantile(0.25);
  }

  /// The times between which the middle half lies: its upper end.
  public long upperQuartileNanos() {
    return quantile(0.75);
  }

  /// Between the two times next to it, in proportion (type 7 of Hyndman and Fan).
  private long quantile(double share) {
    double place = share * (nanos.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, nanos.size() - 1);
    return Math.round(nanos.get(below) + (place - below) * (nanos.get(above) - nanos.get(below)));
  }

  /// In words, such as `median 310 µs, middle half 305–322 µs, 21 times after 10 to warm up`.
  @Override
  public String toString() {
    var unit = Unit.of(medianNanos());
    return "median %s %s, middle half %s–%s %s, %s after %d to warm up"
        .formatted(
            unit.figure(medianNanos()),
            unit.word,
            unit.figure(lowerQuartileNanos()),
            unit.figure(upperQuartileNanos()),
            unit.word,
            nanos.size() == 1 ? "once" : nanos.size() + " times",
            warmUp);
  }

  private enum Unit {
    NANOS("ns", 1),
    MICROS("µs", 1_000),
    MILLIS("ms", 1_000_000),
    SECONDS("s", 1_000_000_000);

    final String word;
    final double nanos;

    Unit(String word, double nanos) {
      this.word = word;
      this.nanos = nanos;
    }

    static Unit of(long time) {
      var fits = NANOS;
      for (var unit : values()) {
        fits = time >= unit.nanos ? unit : fits;
      }
      return fits;
    }

    /// Three digits or so.
    String figure(long time) {
      double amount = time / nanos;
      int places = this == NANOS || amount >= 100 ? 0 : amount >= 10 ? 1 : 2;
      return String.format(Locale.ROOT, "%." + places + "f", amount);
    }
  }
}
