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
/// @param done entries that have been judged, of `entries`
/// @param next title of the entry that is being judged
/// @param points of `mostPoints`
/// @param files what was judged
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JudgingView(
    String id,
    Judging.Purpose purpose,
    int version,
    Judging.State state,
    @Nullable Long queuePlace,
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

  /// @param version its number
  /// @param gradings of that version, by name
  static JudgingView of(
      Judging judging,
      int version,
      Map<String, Grading> gradings,
      @Nullable Long place,
      boolean staff,
      boolean whole) {
    var results = judging.results == null ? List.<JudgeReport.Result>of() : judging.results;
    return new JudgingView(
        judging.id.toString(),
        judging.purpose,
        version,
        judging.state,
        place,
        judging.done,
        judging.entries,
        judging.nextEntry.isEmpty() ? null : judging.nextEntry,
        judging.createdAt,
        judging.finishedAt,
        judging.verdict,
        judging.explanation,
        judging.points,
        gradings.values().stream().mapToInt(Grading::points).sum(),
        judging.diagnostics == null ? List.of() : judging.diagnostics,
        results.stream()
            .filter(it -> gradings.containsKey(it.name()))
            .map(it ->
                Result.of(it, java.util.Objects.requireNonNull(gradings.get(it.name())), staff))
            .toList(),
        whole ? judging.files : null);
  }

  /// Judgings of one exercise, newest first, without their files.
  public record Page(List<JudgingView> judgings) {}
}
