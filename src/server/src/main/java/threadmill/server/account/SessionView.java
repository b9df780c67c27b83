package threadmill.server.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Browsers in which somebody is signed in.
///
/// @param current whether it is the one that asks
record SessionView(
    String id,
    String agent,
    boolean remembered,
    boolean current,
    Instant createdAt,
    Instant lastSeenAt) {

  /// All of one account, the last used first.
  record Page(List<SessionView> sessions) {}

  /// Who asks.
  ///
  /// @param account absent for who is not signed in
  /// @param signUp whether strangers get an account: `open`, `code` or `closed`
  /// @param mail whether this server sends mail
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Standing(@Nullable AccountView account, String signUp, boolean mail) {}
}
