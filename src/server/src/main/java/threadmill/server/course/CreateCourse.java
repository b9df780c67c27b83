package threadmill.server.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Role;
import threadmill.server.access.Who;
import threadmill.server.problem.RequestRefused;

/// Makes a course, whose creator becomes its first instructor, and changes it.
@ApplicationScoped
class CreateCourse {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int TITLE_LENGTH = 120;
  private static final int DESCRIPTION_LENGTH = 5_000;
  private static final int SLUG_LENGTH = 60;

  private final Courses courses;
  private final Enrol enrol;
  private final InstantSource clock;

  CreateCourse(Courses courses, Enrol enrol, InstantSource clock) {
    this.courses = courses;
    this.enrol = enrol;
    this.clock = clock;
  }

  /// What is said of a course.
  ///
  /// @param slug made from the title where absent; never changes
  record Wanted(@Nullable String title, @Nullable String slug, @Nullable String description) {}

  @Transactional
  Course create(Who.Member who, Wanted wanted) {
    var title = title(wanted.title());
    var slug = wanted.slug() == null ? free(Courses.slugOf(title)) : slug(wanted.slug());
    var course = new Course();
    course.id = UUID.randomUUID();
    course.slug = slug;
    course.title = title;
    course.description = description(wanted.description());
    course.joinCode = JoinCode.make();
    course.createdBy = who.account();
    course.createdAt = clock.instant();
    courses.persist(course);
    courses.flush();
    enrol.enrol(course.id, who.account(), Role.INSTRUCTOR);
    return course;
  }

  /// What changes of a course; null leaves a field as it is.
  ///
  /// @param joining whether people may join by code; true makes another code
  record Change(
      @Nullable String title,
      @Nullable String description,
      @Nullable Boolean joining,
      @Nullable Boolean archived) {}

  @Transactional
  Course change(Course given, Change change) {
    var course = courses.findById(given.id);
    if (change.title() != null) {
      course.title = title(change.title());
    }
    if (change.description() != null) {
      course.description = description(change.description());
    }
    if (change.joining() != null) {
      course.joinCode = change.joining() ? JoinCode.make() : null;
    }
    if (change.archived() != null) {
      course.archivedAt = change.archived() ? clock.instant() : null;
    }
    return course;
  }

  private static String title(@Nullable String title) {
    var stripped = title == null ? "" : title.strip();
    if (stripped.isEmpty()
        || stripped.length() > TITLE_LENGTH
        || stripped.chars().anyMatch(Character::isISOControl)) {
      throw RequestRefused.field("title", "must have 1 to " + TITLE_LENGTH + " characters");
    }
    return stripped;
  }

  private static String description(@Nullable String description) {
    var text = description == null ? "" : description.strip();
    if (text.length() > DESCRIPTION_LENGTH || text.indexOf('\0') >= 0) {
      throw RequestRefused.field(
          "description", "must have at most " + DESCRIPTION_LENGTH + " characters");
    }
    return text;
  }

  private String slug(String slug) {
    if (slug.length() > SLUG_LENGTH || !SLUG.matcher(slug).matches()) {
      throw RequestRefused.field(
          "slug", "must be of a to z, digits and single hyphens, at most " + SLUG_LENGTH);
    } else if (taken(slug)) {
      throw RequestRefused.field("slug", "is taken; choose another");
    }
    return slug;
  }

  private String free(String slug) {
    var base = slug.substring(0, Math.min(slug.length(), SLUG_LENGTH - 4)).replaceAll("-$", "");
    var candidate = base;
    for (int number = 2; taken(candidate); number++) {
      candidate = base + "-" + number;
    }
    return candidate;
  }

  /// Where people join stands among the courses' addresses.
  private boolean taken(String slug) {
    return slug.equals("join") || courses.bySlug(slug).isPresent();
  }
}
