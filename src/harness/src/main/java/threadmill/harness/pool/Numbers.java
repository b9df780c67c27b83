package threadmill.harness.pool;

import java.math.BigDecimal;
import java.math.BigInteger;

/// How large a number may become: the JDK works on one as long as it takes, and does not poll.
///
/// With 262,144 bits (79,000 digits) the slowest of the operations that are let through takes some
/// tens of milliseconds.
final class Numbers {
  static final int BITS = 1 << 18;

  /// For what takes the cube of its size.
  static final int MODULUS_BITS = 1 << 13;

  private static final int DIGITS = 79_000;

  private Numbers() {}

  static void fits(BigInteger number, String operation) {
    fits(number.bitLength(), operation);
  }

  static void fits(long bits, String operation) {
    if (bits > BITS) {
      throw tooLarge(operation, bits + " bits", BITS + " bits");
    }
  }

  static void fitsModulus(BigInteger number, String operation) {
    if (number.bitLength() > MODULUS_BITS) {
      throw tooLarge(operation, number.bitLength() + " bits", MODULUS_BITS + " bits");
    }
  }

  static BigDecimal fits(BigDecimal number, String operation) {
    fitsDigits(number.scale(), operation);
    fits(number.unscaledValue(), operation);
    return number;
  }

  static void fitsDigits(long digits, String operation) {
    if (Math.abs(digits) > DIGITS) {
      throw tooLarge(operation, Math.abs(digits) + " digits", DIGITS + " digits");
    }
  }

  private static ArithmeticException tooLarge(String operation, String wanted, String most) {
    return new ArithmeticException(
        "%s with %s: isolation \"pool\" goes up to %s; use isolation \"process\""
            .formatted(operation, wanted, most));
  }
}
