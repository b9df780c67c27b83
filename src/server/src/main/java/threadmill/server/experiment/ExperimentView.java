package threadmill.server.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An experiment as `GET /api/v1/experiments/{id}` shows it. What is not known is absent.
///
/// @param ending only when it is finished, as is explanation
/// @param queuePlace 1 for the next one; only while queued
/// @param owned whether who asks may cancel it and measure cells again
/// @param request how it was asked for, with defaults filled in: posting it makes the same
///   experiment
/// @param seed of the order of cells within rounds and of the bootstrap
/// @param baselines for each size the cell that speed-ups compare with
/// @param machines those that measured; more than one only when the server moved meanwhile
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExperimentView(
    String id,
    String title,
    ExperimentState state,
    @Nullable Ending ending,
    @Nullable String explanation,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Integer queuePlace,
    Progress progress,
    boolean owned,
    ExperimentRequest request,
    long seed,
    Method method,
    List<Integer> baselines,
    List<CellView> cells,
    List<SeriesView> series,
    List<MachineView> machines) {

  /// @param done repetitions that are over, warm-up included
  /// @param total repetitions to do, without those that failing cells will not need
  /// @param etaMillis expected time to the end; absent before the first repetition and after the
  ///   last
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Progress(int done, int total, @Nullable Long etaMillis) {}

  /// How numbers came about.
  ///
  /// @param interval name of the method that intervals come from
  /// @param confidence that it has, 0.95
  /// @param resamples of the bootstrap
  /// @param mostLostShare above this a cell is too noisy, as with the others
  record Method(
      String interval,
      double confidence,
      int resamples,
      double mostLostShare,
      double mostStealShare,
      double mostSpread) {}
}
