package threadmill.server.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Points that count, exact to a hundredth: a percentage of whole points needs no more.
record Points(long hundredths) implements Comparable<Points> {
  static final Points NONE = new Points(0);

  /// A part of whole points, and whole points given or taken; never below none.
  static Points of(int judged, int percent, long byHand) {
    return new Points(Math.max(0, (long) judged * percent + 100 * byHand));
  }

  Points plus(Points other) {
    return new Points(hundredths + other.hundredths);
  }

  /// With no more decimals than it has: 8, 2.5.
  BigDecimal number() {
    var number = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
  }

  @Override
  public int compareTo(Points other) {
    return Long.compare(hundredths, other.hundredths);
  }
}
