package threadmill.server.exercise.store;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    @Nullable Instant dueAt) {

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
  /// @param best points of the best submission; absent before one was judged
  /// @param solved whether one of them passed
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mine(@Nullable Integer best, boolean solved) {}

  /// The exercises of a course, in order.
  public record Page(List<Summary> exercises) {}
}
