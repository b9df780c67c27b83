package threadmill.server.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import threadmill.server.access.Access;
import threadmill.server.access.Right;
import threadmill.server.access.Who;

/// All courses.
@ApplicationScoped
public class Courses implements PanacheRepositoryBase<Course, UUID> {
  private final Access access;
  private final AdminVisits visits;

  Courses(Access access, AdminVisits visits) {
    this.access = access;
    this.visits = visits;
  }

  /// The course of an address, for somebody who must have a right in it.
  @Transactional
  public Course require(Who who, Right right, String slug) {
    access.member(who);
    var course = bySlug(slug).orElseThrow(Access::noCourse);
    var member = access.require(who, right, course.id);
    if (access.byOffice(who, course.id)) {
      visits.note(member.account(), course, right);
    }
    return course;
  }

  Optional<Course> bySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /// The course that a code lets in to, written in any case, with or without hyphens.
  Optional<Course> byJoinCode(String code) {
    return find("joinCode = ?1 and archivedAt is null", JoinCode.normal(code))
        .firstResultOptional();
  }

  List<Course> of(List<UUID> ids) {
    return list("id in ?1 order by lower(title), slug", ids);
  }

  List<Course> everyOne() {
    return list("order by lower(title), slug");
  }

  static String slugOf(String title) {
    var slug =
        java.text.Normalizer.normalize(title, java.text.Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return slug.isEmpty() ? "course" : slug;
  }
}
