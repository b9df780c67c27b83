package threadmill.server.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who is in which course.
@ApplicationScoped
public class Memberships implements PanacheRepositoryBase<Membership, Membership.Key> {

  /// Somebody's place in a course, dropped or not.
  public Optional<Membership> of(UUID course, UUID account) {
    return findByIdOptional(new Membership.Key(course, account));
  }

  /// What somebody is in a course now.
  Optional<Role> role(UUID course, UUID account) {
    return of(course, account).filter(it -> it.droppedAt == null).map(it -> it.role);
  }

  /// Everybody who is or was in a course.
  public List<Membership> inCourse(UUID course) {
    return list("courseId", course);
  }

  /// The courses that somebody is in now.
  public List<Membership> ofAccount(UUID account) {
    return list("accountId = ?1 and droppedAt is null", account);
  }

  /// How many instructors a course has now.
  public long instructors(UUID course) {
    return count("courseId = ?1 and role = ?2 and droppedAt is null", course, Role.INSTRUCTOR);
  }
}
