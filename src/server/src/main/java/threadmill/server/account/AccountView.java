package threadmill.server.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account as its owner and administrators see it. What was not given is absent.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
    String id,
    String login,
    String name,
    @Nullable String nickname,
    @Nullable String email,
    boolean siteAdmin,
    boolean mayCreateCourses,
    boolean claimed,
    Instant createdAt) {

  static AccountView of(Account account) {
    return new AccountView(
        account.id.toString(),
        account.login,
        account.name,
        account.nickname,
        account.email,
        account.siteAdmin,
        account.mayCreateCourses,
        account.claimed(),
        account.createdAt);
  }

  /// Accounts that an administrator looked for.
  record Page(List<AccountView> accounts) {}
}
