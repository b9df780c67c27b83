package threadmill.server.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import threadmill.server.access.Membership;
import threadmill.server.access.Memberships;
import threadmill.server.access.Role;
import threadmill.server.access.Who;
import threadmill.server.account.Account;
import threadmill.server.account.Accounts;
import threadmill.server.audit.Audit;
import threadmill.server.problem.RequestRefused;

/// Who is in a course, and what they are there.
@ApplicationScoped
class Members {
  private static final Comparator<MemberView> ORDER =
      Comparator.<MemberView, Boolean>comparing(it -> it.droppedAt() != null)
          .thenComparing(it -> it.role(), Comparator.reverseOrder())
          .thenComparing(it -> it.name(), String.CASE_INSENSITIVE_ORDER)
          .thenComparing(it -> it.login());

  private final Memberships memberships;
  private final Accounts accounts;
  private final Enrol enrol;
  private final Audit audit;
  private final InstantSource clock;

  Members(
      Memberships memberships, Accounts accounts, Enrol enrol, Audit audit, InstantSource clock) {
    this.memberships = memberships;
    this.accounts = accounts;
    this.enrol = enrol;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  List<MemberView> of(Course course) {
    var members = memberships.inCourse(course.id);
    Map<UUID, Account> byId = new HashMap<>();
    accounts
        .list("id in ?1", members.stream().map(it -> it.accountId).toList())
        .forEach(it -> byId.put(it.id, it));
    return members.stream()
        .map(it -> MemberView.of(it, java.util.Objects.requireNonNull(byId.get(it.accountId))))
        .sorted(ORDER)
        .toList();
  }

  /// Gives somebody a role, and takes them in where they are not in yet.
  @Transactional
  MemberView set(Who.Member by, Course course, UUID id, Role role) {
    var account = accounts.findByIdOptional(id).orElseThrow(Members::nobody);
    var known = memberships.of(course.id, id);
    if (known.isPresent() && known.get().role == Role.INSTRUCTOR && role != Role.INSTRUCTOR) {
      refuseLast(course, known.get());
    }
    var membership = enrol.enrol(course.id, id, role);
    membership.role = role;
    wrote(by, "made " + role.name().toLowerCase(java.util.Locale.ROOT), account, course);
    return MemberView.of(membership, account);
  }

  /// Takes somebody out; what they handed in stays.
  @Transactional
  void drop(Who.Member by, Course course, UUID id) {
    var membership =
        memberships
            .of(course.id, id)
            .filter(it -> it.droppedAt == null)
            .orElseThrow(Members::nobody);
    if (membership.role == Role.INSTRUCTOR) {
      refuseLast(course, membership);
    }
    membership.droppedAt = clock.instant();
    wrote(by, "dropped", accounts.findById(id), course);
  }

  /// The id of a login that somebody typed.
  @Transactional
  UUID id(String login) {
    return accounts
        .byLogin(login)
        .map(it -> it.id)
        .orElseThrow(() ->
            RequestRefused.field(
                "login", "is nobody's here; import a roster to make accounts for people"));
  }

  /// Somebody who is or was in a course; a course's instructors have no power over others.
  @Transactional
  void requireMember(Course course, UUID id) {
    if (memberships.of(course.id, id).isEmpty()) {
      throw nobody();
    }
  }

  private void refuseLast(Course course, Membership membership) {
    if (membership.droppedAt == null && memberships.instructors(course.id) == 1) {
      throw RequestRefused.with(
          409, "This is the course's only instructor; make somebody else one first.");
    }
  }

  private void wrote(Who.Member by, String action, Account subject, Course course) {
    audit.wrote(
        by.account(),
        accounts.findById(by.account()).login,
        action,
        subject.login + " in " + course.slug);
  }

  static RequestRefused nobody() {
    return RequestRefused.with(404, "There is no such person in this course.");
  }
}
