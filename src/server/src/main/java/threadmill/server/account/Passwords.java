package threadmill.server.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import threadmill.server.problem.RequestRefused;

/// Hashes and checks passwords with Argon2id (RFC 9106) at the strength that OWASP's Password
/// Storage Cheat Sheet names: 19 MiB, 2 passes, 1 lane.
///
/// Implementation note: a check takes tens of milliseconds of a core and 19 MiB, so `turns` lets as
/// many go on at once as there are cores; the others wait, and a flood of sign-ins costs time
/// alone.
@ApplicationScoped
class Passwords {
  static final int LEAST = 10;
  static final int MOST = 200;

  private static final Argon2Function STRENGTH =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;

  private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());

  /// Checked where there is no account, so that an unknown login takes as long as a wrong password.
  private final String nobodys = hash("nobody knows this password");

  String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(SALT_BYTES).with(STRENGTH).getResult();
    } finally {
      turns.release();
    }
  }

  /// Whether a password is that of an account.
  ///
  /// @param hash null where there is no account or it has no password yet
  boolean matches(String password, @Nullable String hash) {
    var stored = hash == null ? nobodys : hash;
    turns.acquireUninterruptibly();
    try {
      boolean right =
          Password.check(password, stored).with(Argon2Function.getInstanceFromHash(stored));
      return right && hash != null;
    } finally {
      turns.release();
    }
  }

  /// Refuses a password that is too easily guessed. Length alone counts, as NIST SP 800-63B has it;
  /// rules about kinds of characters make passwords alike.
  static void require(String field, @Nullable String password, String login) {
    if (password == null || password.codePointCount(0, password.length()) < LEAST) {
      throw RequestRefused.field(field, "must have at least " + LEAST + " characters");
    } else if (password.length() > MOST) {
      throw RequestRefused.field(field, "must have at most " + MOST + " characters");
    }
    var lower = password.toLowerCase(Locale.ROOT);
    if (lower.equals(login.toLowerCase(Locale.ROOT)) || password.chars().distinct().count() < 4) {
      throw RequestRefused.field(field, "is too easily guessed; choose another");
    }
  }
}
