package threadmill.server.exercise.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.SourceFile;
import threadmill.runner.judge.Grading;

/// An exercise as somebody who works on it sees it.
///
/// @param version which one
/// @param html the statement, safe to show
/// @param closingHtml what is shown once it is solved; absent before
/// @param starter what one begins with
/// @param draft what one had in the editor last; absent for nothing
/// @param entries what earns points, in order
/// @param handingIn how often and until when
/// @param mine how one stands in it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExerciseView(
    String slug,
    String title,
    String difficulty,
    int minutes,
    int points,
    int version,
    String html,
    @Nullable String closingHtml,
    List<SourceFile> starter,
    @Nullable List<SourceFile> draft,
    Setting setting,
    List<Entry> entries,
    @Nullable Instant openAt,
    @Nullable Instant dueAt,
    HandingIn handingIn,
    Standing mine) {

  /// What free runs are under.
  public record Setting(
      String isolation,
      String executor,
      int parallelism,
      int cores,
      long wallMillis,
      int heapMib,
      int threads,
      boolean web) {}

  /// How often and until when one may hand in, beside `dueAt`: see [Terms].
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record HandingIn(
      int graceMinutes,
      @Nullable Instant lateUntil,
      int latePercent,
      @Nullable Integer attempts,
      int cooldownSeconds) {
    static HandingIn of(StoredExercise exercise) {
      return new HandingIn(
          exercise.graceMinutes,
          exercise.lateUntil,
          exercise.latePercent,
          exercise.attempts,
          exercise.cooldownSeconds);
    }
  }

  /// What earns points.
  ///
  /// @param hidden whether one learns only whether it passed
  public record Entry(String name, String title, int points, boolean hidden) {
    static Entry of(Grading grading) {
      var head = grading.head();
      return new Entry(head.name(), head.title(), grading.points(), head.hidden());
    }
  }

  /// An exercise in its course's list.
  ///
  /// @param position its place in its course, 0 for the first
  /// @param version the one that is listed
  /// @param published whether students see it
  /// @param publishedVersion the one that students get; absent for none
  /// @param dueAt for who asks, an extension included
  /// @param mine what who asks has done of it; absent for nothing
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Summary(
      String slug,
      String title,
      String part,
      int position,
      String difficulty,
      int minutes,
      int points,
      int version,
      boolean published,
      @Nullable Integer publishedVersion,
      @Nullable Instant openAt,
      @Nullable Instant dueAt,
      @Nullable Mine mine) {}

  /// What somebody has done of an exercise: tried it at least.
  ///
  /// @param best points that count; absent before a submission was judged
  /// @param solved whether a submission passed
  /// @param late whether the one that counts was late
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mine(@Nullable BigDecimal best, boolean solved, boolean late) {}

  /// The exercises of a course, in order.
  public record Page(List<Summary> exercises) {}
}
