package threadmill.server.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;
import threadmill.server.judging.Judging;

/// Submissions that are judged anew: how far that is, and what it changes.
///
/// @param version the number of the one that judges
/// @param done judgings that have ended, of `of`
/// @param changed of those that have ended, how many have another verdict or other points
/// @param endedAt when it was applied or discarded
/// @param differences one for each submission; absent in lists
/// @param students what counts for each of them before and after; absent in lists
@JsonInclude(JsonInclude.Include.NON_NULL)
record RejudgingView(
    String id,
    Rejudging.State state,
    Rejudging.Selection select,
    int version,
    String reason,
    String madeBy,
    Instant madeAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt,
    int done,
    int of,
    int changed,
    @Nullable List<Difference> differences,
    @Nullable List<Student> students) {

  /// A submission, as it was judged and as it is judged anew.
  ///
  /// @param judging the id of the new judging
  /// @param after absent until it has ended
  /// @param changed whether verdict or points differ
  /// @param replaces whether the new result may replace the old one; our own failures do not
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Difference(
      String submission,
      String judging,
      String account,
      String login,
      String name,
      Instant handedInAt,
      Result before,
      @Nullable Result after,
      boolean changed,
      boolean replaces) {}

  /// @param points that the judge gave
  record Result(int version, Verdict verdict, int points) {
    static Result of(Judging judging, int version) {
      return new Result(
          version,
          java.util.Objects.requireNonNull(judging.verdict),
          judging.points == null ? 0 : judging.points);
    }

    boolean sameAs(Result other) {
      return verdict == other.verdict && points == other.points;
    }
  }

  /// What counts for a student, with what being late costs and what was given by hand.
  record Student(String account, String login, String name, BigDecimal before, BigDecimal after) {}

  /// The newest first.
  record Page(List<RejudgingView> rejudgings) {}
}
