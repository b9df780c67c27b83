package threadmill.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Access;
import threadmill.server.access.Right;
import threadmill.server.access.Who;
import threadmill.server.exercise.store.Exercises;
import threadmill.server.exercise.store.StoredExercise;
import threadmill.server.exercise.store.Versions;
import threadmill.server.judging.Judging;
import threadmill.server.judging.Judgings;
import threadmill.server.problem.Body;
import threadmill.server.problem.Id;
import threadmill.server.problem.RequestRefused;

/// What staff make of a submission: points by hand and comments on lines, which its student sees.
@ApplicationScoped
class ReviewSubmission {
  private static final int MOST_POINTS = 1_000;
  private static final int REASON_LENGTH = 500;
  private static final int COMMENT_LENGTH = 5_000;

  private final Judgings judgings;
  private final Versions versions;
  private final Exercises exercises;
  private final Extensions extensions;
  private final PointAdjustments adjustments;
  private final LineComments comments;
  private final Access access;
  private final StaffDeeds deeds;
  private final InstantSource clock;

  ReviewSubmission(
      Judgings judgings,
      Versions versions,
      Exercises exercises,
      Extensions extensions,
      PointAdjustments adjustments,
      LineComments comments,
      Access access,
      StaffDeeds deeds,
      InstantSource clock) {
    this.judgings = judgings;
    this.versions = versions;
    this.exercises = exercises;
    this.extensions = extensions;
    this.adjustments = adjustments;
    this.comments = comments;
    this.access = access;
    this.deeds = deeds;
    this.clock = clock;
  }

  /// Points to give, or to take where they are below 0.
  record Amount(@Nullable Integer points, @Nullable String reason) {}

  /// What to say of a line.
  record Line(@Nullable String path, @Nullable Integer line, @Nullable String text) {}

  /// A submission, and the exercise that it was handed in to.
  private record Place(Judging submission, UUID account, StoredExercise exercise) {}

  @Transactional
  ReviewView read(Who who, String id) {
    var member = access.member(who);
    var at = place(id);
    boolean own =
        member.account().equals(at.account())
            && access.may(who, Right.SEE_COURSE, at.exercise().courseId);
    if (!own && !access.may(who, Right.SEE_CLASS, at.exercise().courseId)) {
      throw none();
    }
    return view(at);
  }

  @Transactional
  ReviewView adjust(Who who, String id, Amount wanted) {
    var at = graded(who, id);
    var by = access.member(who);
    int points = Body.required("points", wanted.points());
    if (points == 0 || Math.abs((long) points) > MOST_POINTS) {
      throw RequestRefused.field(
          "points", "must be from -%,d to %,d, and not 0".formatted(MOST_POINTS, MOST_POINTS));
    }
    var made = new PointAdjustment();
    made.id = UUID.randomUUID();
    made.submissionId = at.submission().id;
    made.points = points;
    made.reason = Words.of("reason", wanted.reason(), REASON_LENGTH);
    made.madeBy = by.account();
    made.madeAt = clock.instant();
    adjustments.persist(made);
    deeds.wrote(
        by,
        "points by hand: %+d".formatted(points),
        "%s in %s, submission %s"
            .formatted(deeds.login(at.account()), at.exercise().slug, at.submission().id));
    return view(at);
  }

  @Transactional
  ReviewView comment(Who who, String id, Line wanted) {
    var at = graded(who, id);
    var path = Body.required("path", wanted.path());
    int line = Body.required("line", wanted.line());
    var file =
        at.submission().files.stream()
            .filter(it -> it.path().equals(path))
            .findFirst()
            .orElseThrow(() -> RequestRefused.field("path", "is no file of this submission"));
    long lines = Math.max(1, file.content().lines().count());
    if (line < 1 || line > lines) {
      throw RequestRefused.field("line", "must be from 1 to %,d".formatted(lines));
    }
    var made = new LineComment();
    made.id = UUID.randomUUID();
    made.submissionId = at.submission().id;
    made.path = path;
    made.line = line;
    made.text = Words.of("text", wanted.text(), COMMENT_LENGTH);
    made.madeBy = access.member(who).account();
    made.madeAt = clock.instant();
    comments.persist(made);
    return view(at);
  }

  /// Takes a comment away.
  @Transactional
  void uncomment(Who who, String id, String comment) {
    var at = graded(who, id);
    var found =
        Id.parse(comment)
            .flatMap(comments::findByIdOptional)
            .filter(it -> it.submissionId.equals(at.submission().id))
            .orElseThrow(() -> RequestRefused.with(404, "There is no such comment."));
    comments.delete(found);
  }

  private ReviewView view(Place at) {
    var submission = at.submission();
    var counted =
        submission.countedId == null ? submission : judgings.findById(submission.countedId);
    var extension = extensions.of(at.exercise().id, at.account()).map(it -> it.dueAt).orElse(null);
    int judged = Objects.requireNonNullElse(counted.points, 0);
    int percent = Deadlines.of(at.exercise(), extension).percent(submission.createdAt);
    var given = adjustments.of(submission.id);
    var points = Points.of(judged, percent, given.stream().mapToLong(it -> it.points).sum());
    return new ReviewView(
        submission.id.toString(),
        judged,
        percent,
        points.number(),
        given.stream()
            .map(it ->
                new ReviewView.Adjustment(it.points, it.reason, deeds.name(it.madeBy), it.madeAt))
            .toList(),
        comments.of(submission.id).stream().map(this::comment).toList());
  }

  private ReviewView.Comment comment(LineComment it) {
    return new ReviewView.Comment(
        it.id.toString(), it.path, it.line, it.text, deeds.name(it.madeBy), it.madeAt);
  }

  /// One that somebody may grade, and that has been judged.
  private Place graded(Who who, String id) {
    access.member(who);
    var at = place(id);
    var course = at.exercise().courseId;
    if (access.role(who, course).isEmpty()) {
      throw none();
    }
    access.require(who, Right.GRADE, course);
    if (at.submission().state != Judging.State.FINISHED) {
      throw RequestRefused.with(409, "This has not been judged yet; review it then.");
    }
    return at;
  }

  private Place place(String id) {
    var submission =
        Id.parse(id)
            .flatMap(judgings::findByIdOptional)
            .filter(it -> it.purpose == Judging.Purpose.SUBMISSION)
            .orElseThrow(ReviewSubmission::none);
    var account = submission.accountId;
    if (account == null) {
      throw none();
    }
    var exercise = exercises.findById(versions.findById(submission.versionId).exerciseId);
    return new Place(submission, account, exercise);
  }

  private static RequestRefused none() {
    return RequestRefused.with(404, "There is no such submission, or it is not yours.");
  }
}
