package threadmill.server.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;
import threadmill.runner.statistics.Estimate;
import threadmill.server.experiment.CellState;
import threadmill.server.run.RunState;
import threadmill.server.statistics.Comparison;

/// Two runs or cells side by side, as `GET /api/v1/comparisons` shows them. What is not known is
/// absent.
///
/// @param a what b is compared with
/// @param verdict the wall time of b against that of a, in a sentence
/// @param cautions sentences about what makes the two hard to compare; empty where nothing does
/// @param timings wall time, then CPU time
/// @param settings those that differ, in the order of a run's request
/// @param files those of either, in a's order and then in b's
record ComparisonView(
    Side a,
    Side b,
    String verdict,
    List<String> cautions,
    List<Timing> timings,
    List<Setting> settings,
    List<FileDiff> files) {

  /// One of the two.
  ///
  /// @param reference `run:ID` or `cell:EXPERIMENT/NUMBER`
  /// @param size first argument of the program, of a cell whose experiment varied it
  /// @param run where a run stands; absent for a cell
  /// @param cell where a cell stands; absent for a run
  /// @param verdict how a run, or the failed repetition of a cell, ended
  /// @param timelineOf id of the run whose timeline stands for it: of a cell the repetition with
  ///   the median time; absent where there is none
  @Schema(name = "ComparisonSide")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Side(
      String reference,
      String title,
      Instant createdAt,
      String executor,
      int parallelism,
      int cores,
      @Nullable Long size,
      @Nullable RunState run,
      @Nullable CellState cell,
      @Nullable Verdict verdict,
      @Nullable String timelineOf) {}

  /// One kind of time on both sides.
  ///
  /// @param a absent where nothing was measured, as is b
  /// @param speedUp how many times as small the median of b is as that of a; absent where there are
  ///   too few times
  /// @param words such as `2.9x faster, 95 % CI 2.6–3.1`
  @Schema(name = "ComparisonTiming")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Timing(
      Comparison.Quantity quantity,
      @Nullable Time a,
      @Nullable Time b,
      Comparison.Finding finding,
      @Nullable Estimate speedUp,
      String words) {}

  /// A median with its interval of 95 % confidence, which a single time has not.
  ///
  /// @param times how many times it is the median of
  @Schema(name = "ComparisonTime")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Time(int times, long medianNanos, @Nullable Long lowNanos, @Nullable Long highNanos) {}

  /// A setting that differs.
  ///
  /// @param name its field in the body of a run, such as `executor.kind`, `args[0]`
  /// @param a absent where a has none, as is b
  @Schema(name = "ComparisonSetting")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Setting(String name, @Nullable String a, @Nullable String b) {}

  /// A source file on both sides.
  ///
  /// @param aligned whether equal lines were looked for; of very long files that differ much, only
  ///   those at the beginning and at the end are
  /// @param lines those of both, removed ones before added ones; empty where all are the same
  @Schema(name = "ComparisonFile")
  record FileDiff(String path, Change change, boolean aligned, List<Line> lines) {}

  @Schema(name = "ComparisonChange")
  enum Change {
    SAME,
    CHANGED,
    ONLY_A,
    ONLY_B
  }

  /// A line of a file.
  ///
  /// @param a its number in a, from 1; absent where only b has it
  /// @param b its number in b
  @Schema(name = "ComparisonLine")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(@Nullable Integer a, @Nullable Integer b, String text) {}
}
