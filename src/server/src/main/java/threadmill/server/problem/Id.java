package threadmill.server.problem;

import java.util.Optional;
import java.util.UUID;

/// Ids as they stand in addresses.
public final class Id {
  private Id() {}

  /// The id that a text is; one thing has one address.
  public static Optional<UUID> parse(String text) {
    try {
      var id = UUID.fromString(text);
      // fromString takes "1-1-1-1-1" too.
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
