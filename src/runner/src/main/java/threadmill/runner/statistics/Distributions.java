package threadmill.runner.statistics;

/// The two distributions that intervals need.
final class Distributions {
  /// Student's t, 97.5 %, for 1 to 30 degrees of freedom (any table; rounded to three decimals).
  private static final double[] T_975 = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  private static final double Z_975 = 1.959964;

  private Distributions() {}

  /// The t that 97.5 % lie below.
  static double student975(int degreesOfFreedom) {
    if (degreesOfFreedom <= T_975.length) {
      return T_975[degreesOfFreedom - 1];
    }
    // Cornish and Fisher's expansion; right to three decimals from here on.
    double z3 = Z_975 * Z_975 * Z_975;
    return Z_975 + (z3 + Z_975) / (4.0 * degreesOfFreedom);
  }

  /// The share of a standard normal distribution below a negative number, to 7.5e-8 (Abramowitz and
  /// Stegun, Handbook of Mathematical Functions, 26.2.17).
  static double normalBelow(double negative) {
    double x = -negative;
    double t = 1 / (1 + 0.2316419 * x);
    double polynomial =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * polynomial;
  }
}
