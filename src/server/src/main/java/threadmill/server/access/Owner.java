package threadmill.server.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom a run or an experiment belongs to: a guest, an account, or nobody any more.
@Embeddable
public record Owner(
    @Column(name = "guest_id") @Nullable UUID guestId,
    @Column(name = "account_id") @Nullable UUID accountId) {

  /// Whoever asks, as an owner of what they start.
  public static Owner of(Who who) {
    return switch (who) {
      case Who.Nobody _ -> new Owner(null, null);
      case Who.Guest guest -> new Owner(guest.id(), null);
      case Who.Member member -> new Owner(null, member.account());
    };
  }

  /// Whether it is whoever asks.
  public boolean is(Who who) {
    return switch (who) {
      case Who.Nobody _ -> false;
      case Who.Guest guest -> guest.id().equals(guestId);
      case Who.Member member -> member.account().equals(accountId);
    };
  }
}
