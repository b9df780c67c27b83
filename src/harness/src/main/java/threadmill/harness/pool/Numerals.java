package threadmill.harness.pool;

import java.util.regex.Pattern;

/// Texts from which numbers are made.
public final class Numerals {
  /// Longer exponents are refused for their length alone.
  private static final int LONGEST_EXPONENT = 7;

  private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?");

  private Numerals() {}

  /// Whether a number of so many digits, and with such an exponent, may be made.
  public static void fits(String text) {
    Numbers.fitsDigits(text.length(), "a number from a text");
    var parts = EXPONENT.split(text, 2);
    if (parts.length == 2 && parts[1].chars().allMatch(Character::isDigit)) {
      boolean tooLong = parts[1].length() > LONGEST_EXPONENT;
      Numbers.fitsDigits(
          tooLong ? Integer.MAX_VALUE : Long.parseLong("0" + parts[1]), "a number from a text");
    }
  }
}
