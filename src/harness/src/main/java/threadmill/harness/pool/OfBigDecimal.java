package threadmill.harness.pool;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import threadmill.harness.weave.Replaces;

/// Decimal numbers of a bounded size and scale.
@Replaces(BigDecimal.class)
@SuppressWarnings("unused") // the run is who calls
public final class OfBigDecimal {
  private OfBigDecimal() {}

  public static BigDecimal add(BigDecimal a, BigDecimal b, Run run) {
    Numbers.fits(a, "add");
    Numbers.fits(b, "add");
    return Numbers.fits(a.add(b), "add");
  }

  public static BigDecimal subtract(BigDecimal a, BigDecimal b, Run run) {
    Numbers.fits(a, "subtract");
    Numbers.fits(b, "subtract");
    return Numbers.fits(a.subtract(b), "subtract");
  }

  public static BigDecimal multiply(BigDecimal a, BigDecimal b, Run run) {
    Numbers.fits(a, "multiply");
    Numbers.fits(b, "multiply");
    return Numbers.fits(a.multiply(b), "multiply");
  }

  public static BigDecimal divide(BigDecimal a, BigDecimal b, Run run) {
    Numbers.fits(a, "divide");
    Numbers.fits(b, "divide");
    return Numbers.fits(a.divide(b), "divide");
  }

  public static BigDecimal remainder(BigDecimal a, BigDecimal b, Run run) {
    Numbers.fits(a, "remainder");
    Numbers.fits(b, "remainder");
    return Numbers.fits(a.remainder(b), "remainder");
  }

  public static BigDecimal divideToIntegralValue(BigDecimal a, BigDecimal b, Run run) {
    Numbers.fits(a, "divideToIntegralValue");
    Numbers.fits(b, "divideToIntegralValue");
    return Numbers.fits(a.divideToIntegralValue(b), "divideToIntegralValue");
  }

  public static BigDecimal add(BigDecimal a, BigDecimal b, MathContext to, Run run) {
    Numbers.fits(a, "add");
    Numbers.fits(b, "add");
    Numbers.fitsDigits(to.getPrecision(), "add");
    return a.add(b, to);
  }

  public static BigDecimal subtract(BigDecimal a, BigDecimal b, MathContext to, Run run) {
    Numbers.fits(a, "subtract");
    Numbers.fits(b, "subtract");
    Numbers.fitsDigits(to.getPrecision(), "subtract");
    return a.subtract(b, to);
  }

  public static BigDecimal multiply(BigDecimal a, BigDecimal b, MathContext to, Run run) {
    Numbers.fits(a, "multiply");
    Numbers.fits(b, "multiply");
    Numbers.fitsDigits(to.getPrecision(), "multiply");
    return a.multiply(b, to);
  }

  public static BigDecimal divide(BigDecimal a, BigDecimal b, MathContext to, Run run) {
    Numbers.fits(a, "divide");
    Numbers.fits(b, "divide");
    Numbers.fitsDigits(to.getPrecision(), "divide");
    return a.divide(b, to);
  }

  public static BigDecimal divide(BigDecimal a, BigDecimal b, RoundingMode mode, Run run) {
    Numbers.fits(a, "divide");
    Numbers.fits(b, "divide");
    return a.divide(b, mode);
  }

  public static BigDecimal divide(
      BigDecimal a, BigDecimal b, int scale, RoundingMode mode, Run run) {
    Numbers.fits(a, "divide");
    Numbers.fits(b, "divide");
    Numbers.fitsDigits(scale, "divide");
    return a.divide(b, scale, mode);
  }

  public static BigDecimal setScale(BigDecimal number, int scale, Run run) {
    Numbers.fits(number, "setScale");
    Numbers.fitsDigits(scale, "setScale");
    return number.setScale(scale);
  }

  public static BigDecimal setScale(BigDecimal number, int scale, RoundingMode mode, Run run) {
    Numbers.fits(number, "setScale");
    Numbers.fitsDigits(scale, "setScale");
    return number.setScale(scale, mode);
  }

  public static BigDecimal round(BigDecimal number, MathContext to, Run run) {
    Numbers.fits(number, "round");
    return number.round(to);
  }

  public static BigDecimal pow(BigDecimal number, int exponent, Run run) {
    Numbers.fits(number, "pow");
    Numbers.fits((long) number.unscaledValue().bitLength() * exponent, "pow");
    Numbers.fitsDigits((long) number.scale() * exponent, "pow");
    return number.pow(exponent);
  }

  public static BigDecimal sqrt(BigDecimal number, MathContext to, Run run) {
    Numbers.fits(number, "sqrt");
    Numbers.fitsDigits(to.getPrecision() * 8L, "sqrt");
    return number.sqrt(to);
  }

  public static BigDecimal movePointLeft(BigDecimal number, int digits, Run run) {
    Numbers.fits(number, "movePointLeft");
    Numbers.fitsDigits(digits, "movePointLeft");
    return Numbers.fits(number.movePointLeft(digits), "movePointLeft");
  }

  public static BigDecimal movePointRight(BigDecimal number, int digits, Run run) {
    Numbers.fits(number, "movePointRight");
    Numbers.fitsDigits(digits, "movePointRight");
    return Numbers.fits(number.movePointRight(digits), "movePointRight");
  }

  public static BigDecimal scaleByPowerOfTen(BigDecimal number, int digits, Run run) {
    Numbers.fits(number, "scaleByPowerOfTen");
    Numbers.fitsDigits(digits, "scaleByPowerOfTen");
    return Numbers.fits(number.scaleByPowerOfTen(digits), "scaleByPowerOfTen");
  }

  public static String toString(BigDecimal number, Run run) {
    Numbers.fits(number, "toString");
    return number.toString();
  }

  public static String toPlainString(BigDecimal number, Run run) {
    Numbers.fits(number, "toPlainString");
    return number.toPlainString();
  }

  public static BigInteger toBigInteger(BigDecimal number, Run run) {
    Numbers.fits(number, "toBigInteger");
    return number.toBigInteger();
  }

  public static BigDecimal stripTrailingZeros(BigDecimal number, Run run) {
    Numbers.fits(number, "stripTrailingZeros");
    return number.stripTrailingZeros();
  }

  public static BigDecimal valueOf(long unscaled, int scale, Run run) {
    Numbers.fitsDigits(scale, "valueOf");
    return BigDecimal.valueOf(unscaled, scale);
  }
}
