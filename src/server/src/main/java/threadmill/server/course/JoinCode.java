package threadmill.server.course;

import java.security.SecureRandom;
import java.util.Locale;

/// What a class types to get in: eight characters of an alphabet without look-alikes (Crockford's
/// base 32), 40 random bits, guessed at no faster than the throttle permits.
final class JoinCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private JoinCode() {}

  static String make() {
    var code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /// As it is stored, whatever it was typed like.
  static String normal(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  /// As it is shown.
  static String shown(String code) {
    return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
  }
}
