package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import threadmill.server.access.Memberships;
import threadmill.server.access.Role;
import threadmill.server.access.Who;
import threadmill.server.audit.Audit;
import threadmill.server.problem.RequestRefused;

/// Makes links that set another password, for people who cannot get a mail. An account from a
/// roster that nobody has claimed yet gets another claim link.
@ApplicationScoped
public class ResetLink {
  private final Accounts accounts;
  private final OneTimeLinks links;
  private final Memberships memberships;
  private final Audit audit;
  private final InstantSource clock;

  ResetLink(
      Accounts accounts,
      OneTimeLinks links,
      Memberships memberships,
      Audit audit,
      InstantSource clock) {
    this.accounts = accounts;
    this.links = links;
    this.memberships = memberships;
    this.audit = audit;
    this.clock = clock;
  }

  /// A link to hand to its owner.
  ///
  /// @param path below this server's address; its secret is shown this once
  public record Made(String path, Instant expiresAt) {}

  /// For site administrators.
  @Transactional
  public Made make(Who.Member by, UUID id) {
    var account =
        accounts
            .findByIdOptional(id)
            .filter(it -> it.closedAt == null)
            .orElseThrow(AdminResource::nobody);
    var kind = account.claimed() ? OneTimeLink.Kind.RESET : OneTimeLink.Kind.CLAIM;
    var path = links.make(kind, id);
    audit.wrote(
        by.account(),
        accounts.findById(by.account()).login,
        account.claimed() ? "reset link made" : "claim link made",
        account.login);
    return new Made(path, clock.instant().plus(kind.good));
  }

  /// For a course's instructors, whose power ends at students: a link to the account of somebody
  /// with more rights would hand these over.
  @Transactional
  public Made forStudent(Who.Member by, UUID id) {
    var account = accounts.findByIdOptional(id).orElseThrow(AdminResource::nobody);
    boolean staff =
        account.siteAdmin
            || account.mayCreateCourses
            || memberships.ofAccount(id).stream().anyMatch(it -> it.role != Role.STUDENT);
    if (staff && !by.siteAdmin()) {
      throw RequestRefused.with(
          403,
          "Only an administrator of this site makes links for somebody who is staff anywhere.");
    }
    return make(by, id);
  }
}
