package threadmill.server.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Role;

/// A course as somebody in it sees it.
///
/// @param role what who asks is in it
/// @param joinCode for instructors alone, while joining is open
@JsonInclude(JsonInclude.Include.NON_NULL)
record CourseView(
    String slug,
    String title,
    String description,
    Role role,
    @Nullable String joinCode,
    @Nullable Instant archivedAt) {

  static CourseView of(Course course, Role role) {
    var code = course.joinCode;
    return new CourseView(
        course.slug,
        course.title,
        course.description,
        role,
        role == Role.INSTRUCTOR && code != null ? JoinCode.shown(code) : null,
        course.archivedAt);
  }

  /// Courses by title.
  record Page(List<CourseView> courses) {}
}
