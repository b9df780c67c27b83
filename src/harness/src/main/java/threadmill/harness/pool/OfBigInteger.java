package threadmill.harness.pool;

import java.math.BigInteger;
import threadmill.harness.weave.Replaces;

/// Whole numbers of a bounded size.
@Replaces(BigInteger.class)
@SuppressWarnings("unused") // the run is who calls
public final class OfBigInteger {
  private OfBigInteger() {}

  public static BigInteger multiply(BigInteger a, BigInteger b, Run run) {
    Numbers.fits(a.bitLength() + (long) b.bitLength(), "multiply");
    return a.multiply(b);
  }

  public static BigInteger pow(BigInteger number, int exponent, Run run) {
    Numbers.fits((long) number.bitLength() * exponent, "pow");
    return number.pow(exponent);
  }

  public static BigInteger shiftLeft(BigInteger number, int bits, Run run) {
    Numbers.fits(number.bitLength() + (long) bits, "shiftLeft");
    return number.shiftLeft(bits);
  }

  public static BigInteger setBit(BigInteger number, int bit, Run run) {
    Numbers.fits(bit, "setBit");
    return number.setBit(bit);
  }

  public static BigInteger flipBit(BigInteger number, int bit, Run run) {
    Numbers.fits(bit, "flipBit");
    return number.flipBit(bit);
  }

  public static BigInteger divide(BigInteger a, BigInteger b, Run run) {
    Numbers.fits(a, "divide");
    Numbers.fits(b, "divide");
    return a.divide(b);
  }

  public static BigInteger mod(BigInteger a, BigInteger b, Run run) {
    Numbers.fits(a, "mod");
    Numbers.fits(b, "mod");
    return a.mod(b);
  }

  public static BigInteger remainder(BigInteger a, BigInteger b, Run run) {
    Numbers.fits(a, "remainder");
    Numbers.fits(b, "remainder");
    return a.remainder(b);
  }

  public static BigInteger gcd(BigInteger a, BigInteger b, Run run) {
    Numbers.fits(a, "gcd");
    Numbers.fits(b, "gcd");
    return a.gcd(b);
  }

  public static BigInteger[] divideAndRemainder(BigInteger a, BigInteger b, Run run) {
    Numbers.fits(a, "divideAndRemainder");
    Numbers.fits(b, "divideAndRemainder");
    return a.divideAndRemainder(b);
  }

  public static BigInteger sqrt(BigInteger number, Run run) {
    Numbers.fits(number, "sqrt");
    return number.sqrt();
  }

  public static BigInteger modPow(BigInteger base, BigInteger power, BigInteger by, Run run) {
    Numbers.fitsModulus(power, "modPow");
    Numbers.fitsModulus(by, "modPow");
    Numbers.fits(base, "modPow");
    return base.modPow(power, by);
  }

  public static BigInteger modInverse(BigInteger number, BigInteger by, Run run) {
    Numbers.fitsModulus(by, "modInverse");
    Numbers.fits(number, "modInverse");
    return number.modInverse(by);
  }

  public static boolean isProbablePrime(BigInteger number, int certainty, Run run) {
    Numbers.fitsModulus(number, "isProbablePrime");
    return number.isProbablePrime(certainty);
  }

  public static BigInteger nextProbablePrime(BigInteger number, Run run) {
    if (number.bitLength() > Numbers.MODULUS_BITS / 8) {
      Numbers.fits(Long.MAX_VALUE, "nextProbablePrime");
    }
    return number.nextProbablePrime();
  }

  public static String toString(BigInteger number, Run run) {
    Numbers.fits(number, "toString");
    return number.toString();
  }

  public static String toString(BigInteger number, int radix, Run run) {
    Numbers.fits(number, "toString");
    return number.toString(radix);
  }
}
