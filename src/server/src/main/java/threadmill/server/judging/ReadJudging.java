package threadmill.server.judging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;
import threadmill.runner.judge.Grading;
import threadmill.server.access.Access;
import threadmill.server.access.Right;
import threadmill.server.access.Who;
import threadmill.server.exercise.store.ExerciseVersion;
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
  private final EstimateWait estimate;
  private final Access access;

  ReadJudging(
      Judgings judgings,
      Versions versions,
      Exercises exercises,
      EstimateWait estimate,
      Access access) {
    this.judgings = judgings;
    this.versions = versions;
    this.exercises = exercises;
    this.estimate = estimate;
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
    return view(judging, staff, true);
  }

  /// Somebody's judgings of an exercise, newest first.
  @Transactional
  public List<JudgingView> of(UUID exercise, UUID account, boolean staff) {
    return judgings.of(exercise, account, Purpose.SUBMISSION).stream()
        .map(it -> view(it, staff, false))
        .toList();
  }

  /// Whether somebody got all points of an exercise.
  @Transactional
  public boolean solved(UUID exercise, UUID account) {
    return judgings.of(exercise, account, Purpose.SUBMISSION).stream()
        .anyMatch(it -> it.verdict == Verdict.OK || counted(it).verdict == Verdict.OK);
  }

  private JudgingView view(Judging judging, boolean staff, boolean whole) {
    var counted = counted(judging);
    var version = versions.findById(counted.versionId);
    return JudgingView.of(
        judging,
        counted,
        version.number,
        gradings(version),
        place(judging),
        earlier(judging, counted),
        staff,
        whole);
  }

  private Judging counted(Judging judging) {
    return judging.countedId == null ? judging : judgings.findById(judging.countedId);
  }

  private List<JudgingView.Earlier> earlier(Judging submission, Judging counted) {
    return submission.id.equals(counted.id)
        ? List.of()
        : Stream.concat(Stream.of(submission), judgings.applied(submission.id).stream())
            .filter(it -> !it.id.equals(counted.id))
            .map(it -> JudgingView.Earlier.of(it, versions.findById(it.versionId).number))
            .toList();
  }

  private JudgingView.@Nullable Place place(Judging judging) {
    if (judging.state != State.QUEUED) {
      return null;
    }
    var before = judgings.before(judging);
    return new JudgingView.Place(before.size() + 1L, estimate.seconds(judging, before));
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
