package threadmill.server.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Memberships;
import threadmill.server.access.Role;
import threadmill.server.access.Who;
import threadmill.server.account.Account;
import threadmill.server.account.Accounts;
import threadmill.server.account.OneTimeLinks;
import threadmill.server.account.OpenAccount;
import threadmill.server.audit.Audit;

/// Brings a course up to its roster: adds who is new, updates who is known, marks who is gone. It
/// deletes nobody, changes no account that its owner has claimed, and takes no staff out.
@ApplicationScoped
class ImportRoster {
  private final Accounts accounts;
  private final OpenAccount open;
  private final OneTimeLinks links;
  private final Memberships memberships;
  private final Enrol enrol;
  private final Audit audit;
  private final InstantSource clock;

  ImportRoster(
      Accounts accounts,
      OpenAccount open,
      OneTimeLinks links,
      Memberships memberships,
      Enrol enrol,
      Audit audit,
      InstantSource clock) {
    this.accounts = accounts;
    this.open = open;
    this.links = links;
    this.memberships = memberships;
    this.enrol = enrol;
    this.audit = audit;
    this.clock = clock;
  }

  /// What an import did, or would do.
  ///
  /// @param unchanged how many were as the roster has them already
  record Report(List<Added> added, List<String> updated, List<String> dropped, int unchanged) {}

  /// Somebody who was added.
  ///
  /// @param link path of a claim link; absent for who has an account already, and in a trial
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Added(String login, String name, @Nullable String email, @Nullable String link) {}

  /// What the import would do.
  @Transactional
  Report attempt(Course course, Roster roster) {
    var added = new ArrayList<Added>();
    var updated = new ArrayList<String>();
    int unchanged = 0;
    for (var entry : roster.entries()) {
      var account = accounts.byLogin(entry.login());
      var membership = account.flatMap(it -> memberships.of(course.id, it.id));
      if (membership.isEmpty() || membership.get().droppedAt != null) {
        added.add(new Added(entry.login(), entry.name(), entry.email(), null));
      } else if (differs(entry, account.orElseThrow(), membership.get().studentNumber)) {
        updated.add(entry.login());
      } else {
        unchanged++;
      }
    }
    return new Report(added, updated, gone(course, roster), unchanged);
  }

  @Transactional
  Report run(Who.Member by, Course course, Roster roster) {
    var plan = attempt(course, roster);
    var added = new ArrayList<Added>();
    var isNew = new HashSet<String>();
    plan.added().forEach(it -> isNew.add(it.login()));
    for (var entry : roster.entries()) {
      var known = accounts.byLogin(entry.login());
      var account = known.orElseGet(() -> open.open(entry.login(), entry.name(), entry.email()));
      if (!account.claimed()) {
        account.name = entry.name();
        account.email = entry.email();
      }
      var membership = enrol.enrol(course.id, account.id, Role.STUDENT);
      membership.studentNumber = entry.number();
      membership.onRoster = true;
      if (isNew.contains(entry.login())) {
        var link = account.claimed() ? null : links.claim(account.id);
        added.add(new Added(entry.login(), entry.name(), entry.email(), link));
      }
    }
    for (var login : plan.dropped()) {
      memberships.of(course.id, id(login)).orElseThrow().droppedAt = clock.instant();
    }
    audit.wrote(
        by.account(),
        accounts.findById(by.account()).login,
        "roster imported (%d added, %d updated, %d dropped)"
            .formatted(added.size(), plan.updated().size(), plan.dropped().size()),
        course.slug);
    return new Report(added, plan.updated(), plan.dropped(), plan.unchanged());
  }

  private static boolean differs(Roster.Entry entry, Account account, @Nullable String number) {
    return !Objects.equals(entry.number(), number)
        || (!account.claimed()
            && !(entry.name().equals(account.name)
                && Objects.equals(entry.email(), account.email)));
  }

  /// Logins of students whom an earlier roster named and this one doesn't.
  private List<String> gone(Course course, Roster roster) {
    var named = new HashSet<String>();
    roster.entries().forEach(it -> named.add(it.login()));
    return memberships.inCourse(course.id).stream()
        .filter(it -> it.onRoster && it.droppedAt == null && it.role == Role.STUDENT)
        .map(it -> accounts.findById(it.accountId).login)
        .filter(it -> !named.contains(it))
        .sorted()
        .toList();
  }

  private UUID id(String login) {
    return accounts.byLogin(login).orElseThrow().id;
  }
}
