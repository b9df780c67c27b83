package threadmill.server.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import threadmill.server.access.Membership;
import threadmill.server.access.Memberships;
import threadmill.server.access.Role;

/// Takes people into a course.
@ApplicationScoped
class Enrol {
  private final Memberships memberships;
  private final InstantSource clock;

  Enrol(Memberships memberships, InstantSource clock) {
    this.memberships = memberships;
    this.clock = clock;
  }

  /// Somebody's place in a course, made or taken up again; who is in already keeps their role.
  @Transactional(Transactional.TxType.MANDATORY)
  Membership enrol(UUID course, UUID account, Role role) {
    var known = memberships.of(course, account);
    if (known.isPresent()) {
      var membership = known.get();
      if (membership.droppedAt != null) {
        membership.droppedAt = null;
        membership.role = role;
      }
      return membership;
    }
    var membership = new Membership();
    membership.courseId = course;
    membership.accountId = account;
    membership.role = role;
    membership.joinedAt = clock.instant();
    memberships.persist(membership);
    return membership;
  }
}
