package threadmill.server.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import threadmill.server.web.PublicAddress;

/// Knows guests by their cookie. Reading never needs one; starting a run makes one.
@ApplicationScoped
public class Guests {
  public static final String COOKIE = "threadmill_guest";

  private static final int TOKEN_BYTES = 32;
  private static final Duration KEPT = Duration.ofDays(365);

  private final GuestRepository guests;
  private final PublicAddress address;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Guests(GuestRepository guests, PublicAddress address, InstantSource clock) {
    this.guests = guests;
    this.address = address;
    this.clock = clock;
  }

  /// The guest whose cookie it is.
  @Transactional
  public Optional<UUID> byCookie(String value) {
    return guests.byTokenHash(hash(value)).map(guest -> guest.id);
  }

  /// Makes a guest.
  @Transactional
  public Newcomer welcome() {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var guest = new Guest();
    guest.id = UUID.randomUUID();
    guest.tokenHash = hash(token);
    guest.createdAt = clock.instant();
    guests.persist(guest);
    return new Newcomer(guest.id, cookie(token));
  }

  /// Makes the requests of one guest follow each other until the caller's transaction ends.
  @Transactional(Transactional.TxType.MANDATORY)
  public void oneAtATime(UUID guest) {
    guests.findById(guest, LockModeType.PESSIMISTIC_WRITE);
  }

  /// A guest that was just made, and the cookie to send back.
  public record Newcomer(UUID id, NewCookie cookie) {}

  private NewCookie cookie(String token) {
    return new NewCookie.Builder(COOKIE)
        .value(token)
        .path("/")
        .httpOnly(true)
        .secure(address.secure())
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge((int) KEPT.toSeconds())
        .build();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
