package threadmill.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import threadmill.server.problem.RequestRefused;

/// The one place that decides who may do what.
///
/// What one must not know of is answered as if it were not there (404); what one may see but not do
/// is refused (403); without an account where one is needed it is 401.
@ApplicationScoped
public class Access {
  private final Memberships memberships;

  Access(Memberships memberships) {
    this.memberships = memberships;
  }

  /// Whether somebody may read a run or an experiment: in the playground whoever has its address,
  /// whose id bears 122 random bits; in a course its owner and the course's staff.
  @Transactional
  public boolean mayRead(Who who, Owned thing) {
    var course = thing.courseId();
    return course == null || owns(who, thing) || may(who, Right.SEE_CLASS, course);
  }

  /// Whether somebody may stop a run or an experiment.
  @Transactional
  public boolean mayStop(Who who, Owned thing) {
    var course = thing.courseId();
    return good(who, Scope.RUN)
        && (owns(who, thing) || (course != null && may(who, Right.SEE_CLASS, course)));
  }

  /// Whether something is somebody's own.
  public boolean owns(Who who, Owned thing) {
    var owner = thing.owner();
    return owner != null && owner.is(who);
  }

  /// Refuses who came with a token that is not good for starting runs.
  public void requireRunning(Who who) {
    requireScope(who, Scope.RUN);
  }

  /// Whoever asks, who must have an account.
  public Who.Member member(Who who) {
    if (who instanceof Who.Member member) {
      return member;
    }
    throw RequestRefused.with(401, "Sign in first.");
  }

  /// Whoever asks, who must have signed in: no token changes an account.
  public Who.Member signedIn(Who who) {
    var member = member(who);
    if (member.credential() instanceof Who.Credential.Token) {
      throw RequestRefused.with(403, "A token cannot do this; sign in with a browser.");
    }
    return member;
  }

  /// Whoever asks, who must be a site admin with a session.
  public Who.Member siteAdmin(Who who) {
    var member = signedIn(who);
    if (!member.siteAdmin()) {
      throw RequestRefused.with(403, "Only administrators may do this.");
    }
    return member;
  }

  /// Whoever asks, who must be one of those who may create courses.
  public Who.Member courseCreator(Who who) {
    var member = member(who);
    requireScope(who, Scope.AUTHOR);
    if (!member.mayCreateCourses() && !member.siteAdmin()) {
      throw RequestRefused.with(
          403, "You may not create courses. An administrator of this site can permit it.");
    }
    return member;
  }

  /// What somebody is in a course; a site admin is an instructor everywhere.
  @Transactional
  public Optional<Role> role(Who who, UUID course) {
    if (!(who instanceof Who.Member member)) {
      return Optional.empty();
    }
    return member.siteAdmin()
        ? Optional.of(Role.INSTRUCTOR)
        : memberships.role(course, member.account());
  }

  /// Whether somebody is let in to a course by being a site admin alone.
  @Transactional
  public boolean byOffice(Who who, UUID course) {
    return who instanceof Who.Member member
        && member.siteAdmin()
        && memberships.role(course, member.account()).isEmpty();
  }

  /// Whether somebody may do something in a course.
  @Transactional
  public boolean may(Who who, Right right, UUID course) {
    return who instanceof Who.Member member
        && right.allows(member.credential())
        && role(who, course).filter(right::isOf).isPresent();
  }

  /// Refuses who may not do something in a course.
  @Transactional
  public Who.Member require(Who who, Right right, UUID course) {
    var member = member(who);
    var role = role(who, course).orElseThrow(Access::noCourse);
    if (!right.isOf(role)) {
      throw RequestRefused.with(403, "Your role in this course does not include this.");
    }
    if (!right.allows(member.credential())) {
      throw RequestRefused.with(403, "This token is not good for this; make one with its scope.");
    }
    return member;
  }

  /// As if there were no such course.
  public static RequestRefused noCourse() {
    return RequestRefused.with(404, "There is no such course, or you are not in it.");
  }

  private static void requireScope(Who who, Scope scope) {
    if (!good(who, scope)) {
      throw RequestRefused.with(
          403, "This token is not good for this; make one with the scope " + scope.word() + ".");
    }
  }

  private static boolean good(Who who, Scope scope) {
    return !(who instanceof Who.Member member)
        || !(member.credential() instanceof Who.Credential.Token token)
        || token.scopes().contains(scope);
  }
}
