package threadmill.server.judging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import threadmill.runner.judge.Grading;
import threadmill.server.access.Access;
import threadmill.server.access.Right;
import threadmill.server.access.Who;
import threadmill.server.exercise.store.ExerciseVersion;
import threadmill.server.exercise.store.ExerciseView;
import threadmill.server.exercise.store.Exercises;
import threadmill.server.exercise.store.Versions;
import threadmill.server.judging.Judging.Purpose;
import threadmill.server.judging.Judging.State;
import threadmill.server.problem.Id;
import threadmill.server.problem.RequestRefused;

/// Shows judgings: to whose files they are, and to the course's staff.
@ApplicationScoped
public class ReadJudging {
  private final Judgings judgings;
  private final Versions versions;
  private final Exercises exercises;
  private final Access access;

  ReadJudging(Judgings judgings, Versions versions, Exercises exercises, Access access) {
    this.judgings = judgings;
    this.versions = versions;
    this.exercises = exercises;
    this.access = access;
  }

  @Transactional
  public JudgingView view(Who who, String id) {
    var member = access.member(who);
    var judging = Id.parse(id).flatMap(judgings::findByIdOptional).orElseThrow(ReadJudging::none);
    var version = versions.findById(judging.versionId);
    var course = exercises.findById(version.exerciseId).courseId;
    boolean staff = access.may(who, Right.SEE_CLASS, course);
    boolean own = member.account().equals(judging.accountId);
    if (!staff && !(own && access.may(who, Right.SEE_COURSE, course))) {
      throw none();
    }
    return view(judging, version, staff, true);
  }

  /// Somebody's judgings of an exercise, newest first.
  @Transactional
  public List<JudgingView> of(UUID exercise, UUID account, boolean staff) {
    return judgings.of(exercise, account, Purpose.SUBMISSION).stream()
        .map(it -> view(it, versions.findById(it.versionId), staff, false))
        .toList();
  }

  /// Whether somebody got all points of an exercise.
  @Transactional
  public boolean solved(UUID exercise, UUID account) {
    return judgings.of(exercise, account, Purpose.SUBMISSION).stream()
        .anyMatch(it -> it.verdict == threadmill.runner.Verdict.OK);
  }

  /// What somebody has done in a course, by exercise.
  @Transactional
  public Map<UUID, ExerciseView.Mine> done(UUID course, UUID account) {
    return judgings.done(course, account).stream()
        .collect(
            Collectors.toMap(
                it -> (UUID) it[0],
                it -> new ExerciseView.Mine((Integer) it[1], ((Number) it[2]).intValue() > 0)));
  }

  private JudgingView view(Judging judging, ExerciseVersion version, boolean staff, boolean whole) {
    return JudgingView.of(judging, version.number, gradings(version), place(judging), staff, whole);
  }

  private @Nullable Long place(Judging judging) {
    return judging.state == State.QUEUED ? judgings.before(judging) + 1 : null;
  }

  private Map<String, Grading> gradings(ExerciseVersion version) {
    var byName = new LinkedHashMap<String, Grading>();
    versions
        .exercise(version.id)
        .judged()
        .gradings()
        .forEach(it -> byName.put(it.head().name(), it));
    return byName;
  }

  private static RequestRefused none() {
    return RequestRefused.with(404, "There is no such judging, or it is not yours.");
  }
}
