package threadmill.server.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import threadmill.server.access.Role;
import threadmill.server.account.JoinByCode;
import threadmill.server.account.Throttle;
import threadmill.server.problem.RequestRefused;

/// Lets people in to a course by its code.
@ApplicationScoped
class JoinCourse implements JoinByCode {
  private final Courses courses;
  private final Enrol enrol;
  private final Throttle throttle;

  JoinCourse(Courses courses, Enrol enrol, Throttle throttle) {
    this.courses = courses;
    this.enrol = enrol;
    this.throttle = throttle;
  }

  @Override
  @Transactional
  public boolean good(String code) {
    return courses.byJoinCode(code).isPresent();
  }

  @Override
  @Transactional
  public void join(String code, UUID account) {
    joined(code, account);
  }

  /// For somebody who may be guessing.
  Course guarded(String code, UUID account, String address) {
    throttle.checkAddress(address);
    if (!good(code)) {
      throttle.failedAt(address);
      throw noCode();
    }
    return joined(code, account);
  }

  @Transactional
  Course joined(String code, UUID account) {
    var course = courses.byJoinCode(code).orElseThrow(JoinCourse::noCode);
    enrol.enrol(course.id, account, Role.STUDENT);
    return course;
  }

  private static RequestRefused noCode() {
    return RequestRefused.field("code", "is not the code of a course that takes people now");
  }
}
