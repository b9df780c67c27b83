package threadmill.server.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import threadmill.server.web.PublicAddress;
import threadmill.server.web.Secret;

/// Knows guests by their cookie. Reading never needs one; starting a run makes one.
@ApplicationScoped
public class Guests {
  public static final String COOKIE = "threadmill_guest";

  private static final Duration KEPT = Duration.ofDays(365);

  private final GuestRepository guests;
  private final PublicAddress address;
  private final InstantSource clock;

  Guests(GuestRepository guests, PublicAddress address, InstantSource clock) {
    this.guests = guests;
    this.address = address;
    this.clock = clock;
  }

  /// The guest whose cookie it is.
  @Transactional
  public Optional<UUID> byCookie(String value) {
    return guests.byTokenHash(new Secret(value).hash()).map(guest -> guest.id);
  }

  /// Makes a guest.
  @Transactional
  public Newcomer welcome() {
    var secret = Secret.make();
    var guest = new Guest();
    guest.id = UUID.randomUUID();
    guest.tokenHash = secret.hash();
    guest.createdAt = clock.instant();
    guests.persist(guest);
    return new Newcomer(guest.id, address.cookie(COOKIE, secret.text(), (int) KEPT.toSeconds()));
  }

  /// Makes the requests of one guest follow each other until the caller's transaction ends.
  @Transactional(Transactional.TxType.MANDATORY)
  public void oneAtATime(UUID guest) {
    guests.findById(guest, LockModeType.PESSIMISTIC_WRITE);
  }

  /// A guest that was just made, and the cookie to send back.
  public record Newcomer(UUID id, NewCookie cookie) {}
}
