package threadmill.server.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Membership;
import threadmill.server.access.Role;
import threadmill.server.account.Account;

/// Somebody in a course, as its staff sees them.
///
/// @param claimed whether they have set a password yet
/// @param droppedAt absent for who is in it now
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberView(
    String account,
    String login,
    String name,
    @Nullable String email,
    Role role,
    @Nullable String studentNumber,
    boolean claimed,
    Instant joinedAt,
    @Nullable Instant droppedAt) {

  static MemberView of(Membership membership, Account account) {
    return new MemberView(
        account.id.toString(),
        account.login,
        account.name,
        account.email,
        membership.role,
        membership.studentNumber,
        account.claimed(),
        membership.joinedAt,
        membership.droppedAt);
  }

  /// Staff first, then students by name, then who is gone.
  record Page(List<MemberView> members) {}
}
