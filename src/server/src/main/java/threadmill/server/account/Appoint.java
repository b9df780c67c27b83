package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Who;
import threadmill.server.audit.Audit;
import threadmill.server.problem.RequestRefused;

/// Changes what an account may do on this site.
@ApplicationScoped
class Appoint {
  private final Accounts accounts;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final Audit audit;
  private final InstantSource clock;

  Appoint(
      Accounts accounts, Sessions sessions, ApiTokens tokens, Audit audit, InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /// What an account may do from now on; null leaves it as it is.
  ///
  /// @param closed true ends the account: nobody signs in with it any more; it keeps its data
  record Appointment(
      @Nullable Boolean siteAdmin, @Nullable Boolean mayCreateCourses, @Nullable Boolean closed) {}

  @Transactional
  Account appoint(Who.Member by, UUID id, Appointment appointment) {
    var account =
        accounts
            .findByIdOptional(id)
            .filter(it -> it.closedAt == null)
            .orElseThrow(AdminResource::nobody);
    boolean steps = Boolean.FALSE.equals(appointment.siteAdmin());
    boolean closes = Boolean.TRUE.equals(appointment.closed());
    if (account.siteAdmin && (steps || closes) && accounts.admins() == 1) {
      throw RequestRefused.with(409, "This is the only administrator; appoint another one first.");
    }
    var actor = accounts.findById(by.account()).login;
    if (appointment.siteAdmin() != null && appointment.siteAdmin() != account.siteAdmin) {
      account.siteAdmin = appointment.siteAdmin();
      audit.wrote(
          by.account(),
          actor,
          account.siteAdmin ? "appointed administrator" : "administrator no more",
          account.login);
    }
    if (appointment.mayCreateCourses() != null
        && appointment.mayCreateCourses() != account.mayCreateCourses) {
      account.mayCreateCourses = appointment.mayCreateCourses();
      audit.wrote(
          by.account(),
          actor,
          account.mayCreateCourses ? "may create courses" : "may create courses no more",
          account.login);
    }
    if (closes) {
      account.closedAt = clock.instant();
      sessions.end(account.id, null);
      tokens.delete("accountId", account.id);
      audit.wrote(by.account(), actor, "account closed", account.login);
    }
    return account;
  }
}
