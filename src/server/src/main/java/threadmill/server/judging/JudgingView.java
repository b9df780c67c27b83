package threadmill.server.judging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Diagnostic;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;
import threadmill.runner.judge.Grading;
import threadmill.runner.judge.JudgeReport;

/// A judging as its owner or the course's staff sees it. What is not known is absent.
///
/// @param queuePlace 1 for the next one; only while queued
/// @param etaSeconds until it has ended, as far as the last judgings tell; only while queued
/// @param done entries that have been judged, of `entries`
/// @param next title of the entry that is being judged
/// @param points of `mostPoints`
/// @param judgedWith the machine and the setting
/// @param earlier results that counted before this one replaced them, the oldest first
/// @param files what was judged
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JudgingView(
    String id,
    Judging.Purpose purpose,
    int version,
    Judging.State state,
    @Nullable Long queuePlace,
    @Nullable Long etaSeconds,
    int done,
    int entries,
    @Nullable String next,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable Verdict verdict,
    @Nullable String explanation,
    @Nullable Integer points,
    int mostPoints,
    List<Diagnostic> diagnostics,
    List<Result> results,
    @Nullable JudgedWith judgedWith,
    List<Earlier> earlier,
    @Nullable List<SourceFile> files) {

  /// What came of one entry. Of a hidden one a student learns no more than whether it passed.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(
      String name,
      String title,
      boolean hidden,
      boolean passed,
      int points,
      int mostPoints,
      @Nullable Verdict verdict,
      @Nullable String test,
      @Nullable String expected,
      @Nullable String got,
      @Nullable String explanation,
      JudgeReport.@Nullable Tally tally,
      JudgeReport.@Nullable Measured measured) {

    static Result of(JudgeReport.Result result, Grading grading, boolean staff) {
      var head = grading.head();
      boolean secret = head.hidden() && !staff;
      return new Result(
          head.name(),
          head.title(),
          head.hidden(),
          result.passed(),
          result.points(),
          grading.points(),
          secret ? null : result.verdict(),
          secret ? null : result.test(),
          secret ? null : result.expected(),
          secret ? null : result.got(),
          secret ? null : result.explanation(),
          secret ? null : result.tally(),
          secret ? null : result.measured());
    }
  }

  /// A result that counted before.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Earlier(
      int version,
      @Nullable Verdict verdict,
      @Nullable Integer points,
      @Nullable Instant finishedAt,
      @Nullable JudgedWith judgedWith) {

    static Earlier of(Judging judging, int version) {
      return new Earlier(
          version, judging.verdict, judging.points, judging.finishedAt, judging.judgedWith);
    }
  }

  /// Where a judging stands in the queue.
  record Place(long number, @Nullable Long etaSeconds) {}

  /// @param counted the judging whose result is shown: of a submission that was judged anew it is
  ///   another one
  /// @param version the number of the one that `counted` was judged by
  /// @param gradings of that version, by name
  static JudgingView of(
      Judging judging,
      Judging counted,
      int version,
      Map<String, Grading> gradings,
      @Nullable Place place,
      List<Earlier> earlier,
      boolean staff,
      boolean whole) {
    var results = counted.results == null ? List.<JudgeReport.Result>of() : counted.results;
    return new JudgingView(
        judging.id.toString(),
        judging.purpose,
        version,
        judging.state,
        place == null ? null : place.number(),
        place == null ? null : place.etaSeconds(),
        judging.done,
        judging.entries,
        judging.nextEntry.isEmpty() ? null : judging.nextEntry,
        judging.createdAt,
        counted.finishedAt,
        counted.verdict,
        counted.explanation,
        counted.points,
        gradings.values().stream().mapToInt(Grading::points).sum(),
        counted.diagnostics == null ? List.of() : counted.diagnostics,
        results.stream()
            .filter(it -> gradings.containsKey(it.name()))
            .map(it ->
                Result.of(it, java.util.Objects.requireNonNull(gradings.get(it.name())), staff))
            .toList(),
        counted.judgedWith,
        earlier,
        whole ? judging.files : null);
  }

  /// Judgings of one exercise, newest first, without their files.
  public record Page(List<JudgingView> judgings) {}
}
