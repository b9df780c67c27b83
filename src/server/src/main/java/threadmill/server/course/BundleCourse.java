package threadmill.server.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;

/// Makes the course that comes with Threadmill. Nobody has created it: site administrators are its
/// instructors, and appoint others.
@ApplicationScoped
public class BundleCourse {
  private final Courses courses;
  private final InstantSource clock;

  BundleCourse(Courses courses, InstantSource clock) {
    this.courses = courses;
    this.clock = clock;
  }

  public boolean has(String slug) {
    return courses.bySlug(slug).isPresent();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Course make(String slug, String title, String description, String glossary) {
    var course = new Course();
    course.id = UUID.randomUUID();
    course.slug = slug;
    course.title = title;
    course.description = description;
    course.glossary = glossary;
    course.joinCode = JoinCode.make();
    course.createdAt = clock.instant();
    courses.persist(course);
    courses.flush();
    return course;
  }
}
