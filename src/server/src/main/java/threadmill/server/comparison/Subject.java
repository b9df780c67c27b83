package threadmill.server.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;
import threadmill.runner.statistics.Estimate;
import threadmill.server.comparison.ComparisonView.Side;
import threadmill.server.comparison.ComparisonView.Time;
import threadmill.server.experiment.CellState;
import threadmill.server.experiment.MachineView;
import threadmill.server.experiment.MeasuredCell;
import threadmill.server.run.Run;
import threadmill.server.run.RunRequest;
import threadmill.server.run.RunState;

/// One side of a comparison: what a run and a cell have in common.
///
/// @param walls wall times in nanoseconds, all above zero
/// @param cpus CPU times, likewise
/// @param wall absent where nothing was measured, as is cpu
/// @param seed of the interval of a comparison with this side
/// @param because sentences without their subject, such as `is still running`
/// @param machines those that measured; unknown, so empty, for a run by itself
record Subject(
    Side side,
    RunRequest request,
    List<Double> walls,
    List<Double> cpus,
    @Nullable Time wall,
    @Nullable Time cpu,
    long seed,
    List<String> because,
    List<MachineView> machines) {

  /// @param hasTimeline whether the timeline of a run is stored
  static Subject of(Run run, RunRequest request, Predicate<UUID> hasTimeline) {
    var timings = run.verdict == null ? null : run.timings;
    var walls = single(timings == null ? 0 : timings.wallNanos());
    var cpus = single(timings == null ? 0 : timings.cpuNanos());
    return new Subject(
        new Side(
            new Reference.OfRun(run.id.toString()).text(),
            run.title,
            run.createdAt,
            run.settings.executorKind(),
            run.settings.parallelism(),
            run.settings.cores(),
            null,
            run.state,
            null,
            run.verdict,
            hasTimeline.test(run.id) ? run.id.toString() : null),
        request,
        walls,
        cpus,
        time(walls, null),
        time(cpus, null),
        0,
        standing(run),
        List.of());
  }

  private static List<String> standing(Run run) {
    if (run.state != RunState.FINISHED) {
      return List.of("has not ended yet");
    }
    return run.verdict == Verdict.OK ? List.of() : List.of(failed(run.verdict));
  }

  /// @param hasTimeline whether the timeline of a run is stored
  static Subject of(MeasuredCell cell, Predicate<UUID> hasTimeline) {
    var walls = positive(cell.walls());
    var cpus = positive(cell.cpus());
    var executor = cell.request().executor();
    var representative = cell.representative();
    return new Subject(
        new Side(
            new Reference.OfCell(cell.experiment().toString(), cell.number()).text(),
            cell.title(),
            cell.createdAt(),
            executor == null || executor.kind() == null ? "" : executor.kind(),
            executor == null || executor.parallelism() == null ? 1 : executor.parallelism(),
            cell.request().cores() == null ? 1 : cell.request().cores(),
            cell.size(),
            null,
            cell.state(),
            cell.failure(),
            representative != null && hasTimeline.test(representative)
                ? representative.toString()
                : null),
        cell.request(),
        walls,
        cpus,
        time(walls, cell.wall()),
        time(cpus, cell.cpu()),
        cell.seed(),
        standing(cell),
        cell.machines());
  }

  private static List<String> standing(MeasuredCell cell) {
    var standing = new ArrayList<String>();
    switch (cell.state()) {
      case DONE -> {}
      case TOO_NOISY -> standing.add("is too noisy. " + String.join(" ", cell.tooNoisyBecause()));
      case FAILED -> standing.add(failed(cell.failure()));
      case WAITING, RUNNING, INCOMPLETE ->
          standing.add(
              "has %d of %d repetitions%s"
                  .formatted(
                      cell.walls().size(),
                      cell.repeats(),
                      cell.state() == CellState.INCOMPLETE ? "" : " so far"));
    }
    if (cell.take() > 1) {
      standing.add("was measured again by itself, not in turn with the other cells");
    }
    return standing;
  }

  private static String failed(@Nullable Verdict verdict) {
    return "ended as %s, so its time is not that of a program that did its work".formatted(verdict);
  }

  /// A time of zero is that of a program that never ran.
  private static List<Double> single(long nanos) {
    return positive(List.of((double) nanos));
  }

  private static List<Double> positive(List<Double> values) {
    return values.stream().filter(it -> it > 0).toList();
  }

  private static @Nullable Time time(List<Double> times, @Nullable Estimate median) {
    if (times.isEmpty()) {
      return null;
    }
    return median == null
        ? new Time(times.size(), Math.round(times.getFirst()), null, null)
        : new Time(
            times.size(),
            Math.round(median.value()),
            Math.round(median.low()),
            Math.round(median.high()));
  }
}
