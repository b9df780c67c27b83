package threadmill.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.account.Account;
import threadmill.server.exercise.store.StoredExercise;
import threadmill.server.exercise.store.Versions;
import threadmill.server.judging.Judging;
import threadmill.server.judging.Judgings;
import threadmill.server.problem.Id;
import threadmill.server.problem.RequestRefused;
import threadmill.server.submission.RejudgingView.Difference;
import threadmill.server.submission.RejudgingView.Result;
import threadmill.server.submission.RejudgingView.Student;

/// Shows sets of judgings anew.
@ApplicationScoped
class ReadRejudging {
  private final Rejudgings rejudgings;
  private final Judgings judgings;
  private final Versions versions;
  private final ReadHanded submissions;
  private final Extensions extensions;
  private final StaffDeeds deeds;

  ReadRejudging(
      Rejudgings rejudgings,
      Judgings judgings,
      Versions versions,
      ReadHanded submissions,
      Extensions extensions,
      StaffDeeds deeds) {
    this.rejudgings = rejudgings;
    this.judgings = judgings;
    this.versions = versions;
    this.submissions = submissions;
    this.extensions = extensions;
    this.deeds = deeds;
  }

  /// The set of an address.
  @Transactional
  Rejudging one(StoredExercise exercise, String id) {
    return Id.parse(id)
        .flatMap(rejudgings::findByIdOptional)
        .filter(it -> it.exerciseId.equals(exercise.id))
        .orElseThrow(ReadRejudging::none);
  }

  static RequestRefused none() {
    return RequestRefused.with(404, "No such submissions are being judged anew here.");
  }

  @Transactional
  RejudgingView.Page all(StoredExercise exercise) {
    return new RejudgingView.Page(
        rejudgings.ofExercise(exercise.id).stream()
            .map(it -> view(it, differences(it), false, List.of()))
            .toList());
  }

  @Transactional
  RejudgingView view(StoredExercise exercise, UUID id) {
    var rejudging = rejudgings.findById(id);
    var differences = differences(rejudging);
    return view(rejudging, differences, true, students(exercise, differences));
  }

  private RejudgingView view(
      Rejudging it, List<Difference> differences, boolean whole, List<Student> students) {
    return new RejudgingView(
        it.id.toString(),
        it.state,
        it.selection,
        versions.findById(it.versionId).number,
        it.reason,
        deeds.name(it.madeBy),
        it.madeAt,
        it.endedAt == null ? null : deeds.name(it.endedBy),
        it.endedAt,
        (int) differences.stream().filter(one -> one.after() != null).count(),
        differences.size(),
        (int) differences.stream().filter(Difference::changed).count(),
        whole ? differences : null,
        whole ? students : null);
  }

  private List<Difference> differences(Rejudging rejudging) {
    var all = judgings.ofRejudging(rejudging.id);
    var submitted = new HashMap<UUID, Judging>();
    for (var anew : all) {
      var submission = judgings.findById(Objects.requireNonNull(anew.submissionId));
      submitted.put(submission.id, submission);
    }
    var accounts =
        deeds.accounts(
            submitted.values().stream()
                .map(it -> Objects.requireNonNull(it.accountId))
                .distinct()
                .toList());
    return all.stream()
        .map(it -> difference(it, submitted, accounts))
        .sorted(
            Comparator.comparing(Difference::changed)
                .reversed()
                .thenComparing(it -> it.name(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Difference::login)
                .thenComparing(Difference::handedInAt))
        .toList();
  }

  private Difference difference(
      Judging anew, Map<UUID, Judging> submitted, Map<UUID, Account> accounts) {
    var submission = Objects.requireNonNull(submitted.get(anew.submissionId));
    var account = Objects.requireNonNull(accounts.get(submission.accountId));
    var before = result(judgings.findById(Objects.requireNonNull(anew.replacesId)));
    var after = anew.verdict == null ? null : result(anew);
    return new Difference(
        submission.id.toString(),
        anew.id.toString(),
        account.id.toString(),
        account.login,
        account.name,
        submission.createdAt,
        before,
        after,
        after != null && !after.sameAs(before),
        EndRejudging.replaces(anew));
  }

  private Result result(Judging judging) {
    return Result.of(judging, versions.findById(judging.versionId).number);
  }

  /// What counted for each student with the old results, and what counts with the new ones in their
  /// place; computed from the same other submissions, adjustments and dates as those of now.
  private List<Student> students(StoredExercise exercise, List<Difference> differences) {
    var bySubmission = new HashMap<String, Difference>();
    differences.forEach(it -> bySubmission.put(it.submission(), it));
    var before = new ArrayList<Handed>();
    var after = new ArrayList<Handed>();
    for (var handed : submissions.of(List.of(exercise.id))) {
      var difference = bySubmission.get(handed.submission().toString());
      before.add(difference == null ? handed : with(handed, difference.before()));
      after.add(
          difference == null
              ? handed
              : with(handed, difference.replaces() ? difference.after() : difference.before()));
    }
    var dates = extensions.dueDates(List.of(exercise.id));
    var then = CountResults.Counted.of(before, dates);
    var now = CountResults.Counted.of(after, dates);
    var students = new ArrayList<Student>();
    var seen = new HashSet<String>();
    for (var one : differences) {
      if (seen.add(one.account())) {
        var account = UUID.fromString(one.account());
        students.add(
            new Student(
                one.account(),
                one.login(),
                one.name(),
                points(then, exercise, account).number(),
                points(now, exercise, account).number()));
      }
    }
    return students;
  }

  private static Points points(
      CountResults.Counted counted, StoredExercise exercise, UUID account) {
    return counted.best(exercise, account).map(Best::points).orElse(Points.NONE);
  }

  private static Handed with(Handed handed, @Nullable Result result) {
    return result == null ? handed : handed.with(result.verdict(), result.points());
  }
}
