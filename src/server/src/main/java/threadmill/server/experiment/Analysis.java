package threadmill.server.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;
import threadmill.runner.statistics.Bootstrap;
import threadmill.runner.statistics.Estimate;
import threadmill.runner.statistics.Quantiles;
import threadmill.server.statistics.Comparison;

/// What follows from the repetitions of an experiment: a pure function of them, used by one thread.
final class Analysis {
  /// Above these a cell is too noisy; docs/experiments.md tells how they were found.
  static final double MOST_LOST = 0.05;

  static final double MOST_STEAL = 0.02;
  static final double MOST_SPREAD = 0.15;

  /// As executors are preferred for the baseline; others come after, in the order of the matrix.
  private static final List<String> SEQUENTIAL = List.of("caller", "single");

  private final Experiment experiment;
  private final Plan plan;
  private final List<Integer> baselines;
  private @Nullable List<CellView> cells;

  Analysis(Experiment experiment, List<Repetition> repetitions) {
    this.experiment = experiment;
    this.plan = Plan.of(experiment, repetitions);
    this.baselines = findBaselines(experiment.cells);
  }

  static ExperimentView.Method method() {
    return new ExperimentView.Method(
        Bootstrap.NAME + " of the median",
        Bootstrap.CONFIDENCE,
        Bootstrap.RESAMPLES,
        MOST_LOST,
        MOST_STEAL,
        MOST_SPREAD);
  }

  /// For each size the cell with the fewest cores, then the least parallelism, then the most
  /// sequential executor.
  private static List<Integer> findBaselines(List<CellSettings> cells) {
    var bySize = new LinkedHashMap<Optional<Long>, Integer>();
    var order =
        Comparator.<Integer>comparingInt(it -> cells.get(it).cores())
            .thenComparingInt(it -> cells.get(it).parallelism())
            .thenComparingInt(it -> {
              int at = SEQUENTIAL.indexOf(cells.get(it).executor());
              return at < 0 ? SEQUENTIAL.size() : at;
            });
    for (int cell = 0; cell < cells.size(); cell++) {
      bySize.merge(
          Optional.ofNullable(cells.get(cell).size()),
          cell,
          (one, other) -> order.compare(one, other) <= 0 ? one : other);
    }
    return List.copyOf(bySize.values());
  }

  List<Integer> baselines() {
    return baselines;
  }

  int baseline(int cell) {
    var size = experiment.cells.get(cell).size();
    return baselines.stream()
        .filter(it -> Objects.equals(experiment.cells.get(it).size(), size))
        .findFirst()
        .orElseThrow();
  }

  /// Times of a cell's newest take that count.
  double[] walls(int cell) {
    return measured(cell).stream().mapToDouble(it -> it.wallNanos).toArray();
  }

  List<Repetition> measured(int cell) {
    return plan.current(cell).stream()
        .filter(it -> !it.warmUp && it.verdict == Verdict.OK)
        .toList();
  }

  long seed(int cell) {
    return experiment.seed + 31L * cell;
  }

  List<CellView> cells() {
    var known = cells;
    if (known == null) {
      known = IntStream.range(0, experiment.cells.size()).mapToObj(this::cell).toList();
      cells = known;
    }
    return known;
  }

  CellView cell(int cell) {
    var all = plan.current(cell);
    var measured = measured(cell);
    boolean known = measured.size() >= 2;
    var walls = walls(cell);
    var failure = plan.failure(cell).filter(it -> !cancelledWithAll(it));
    var noise = known ? noise(measured) : null;
    var spread = known ? (Double) Quantiles.spread(walls) : null;
    var reasons = known ? reasons(noise, Objects.requireNonNull(spread)) : List.<String>of();
    var state = state(all, measured, failure.isPresent(), reasons);
    int baseline = baseline(cell);
    var base = walls(baseline);
    var comparison =
        known && base.length >= 2 && cell != baseline
            ? Comparison.of(walls, base, seed(cell))
            : null;
    var speedUp =
        comparison != null
            ? comparison.speedUp()
            : known && cell == baseline ? new Estimate(1, 1, 1) : null;
    return new CellView(
        cell,
        experiment.cells.get(cell),
        state,
        experiment.takes.get(cell),
        measured.size(),
        (int) all.stream().filter(it -> it.warmUp && it.verdict == Verdict.OK).count(),
        !measured.isEmpty()
            && measured.stream().allMatch(it -> it.exclusive && !it.sharedWithServer),
        measured.stream().anyMatch(it -> it.sharedWithServer),
        known ? CellView.Time.of(Bootstrap.median(walls, seed(cell))) : null,
        known ? CellView.Time.of(Bootstrap.median(cpus(measured), seed(cell))) : null,
        noise,
        spread,
        state == CellState.TOO_NOISY ? reasons : List.of(),
        baseline,
        speedUp,
        comparison != null
            ? comparison.wordsAgainst("cell " + baseline)
            : speedUp == null ? null : "the baseline",
        speedUp == null ? null : speedUp.times(1.0 / experiment.cells.get(cell).cores()),
        failure
            .map(it ->
                new CellView.Failure(
                    Objects.requireNonNull(it.verdict),
                    Objects.requireNonNullElse(it.explanation, ""),
                    it.runId.toString()))
            .orElse(null),
        mayAgain(state));
  }

  boolean mayAgain(CellState state) {
    return state != CellState.WAITING && state != CellState.RUNNING;
  }

  /// Whether a run was stopped because the whole experiment was.
  private boolean cancelledWithAll(Repetition repetition) {
    return repetition.verdict == Verdict.CANCELLED && experiment.cancelRequested;
  }

  private CellState state(
      List<Repetition> all, List<Repetition> measured, boolean failed, List<String> reasons) {
    if (failed) {
      return CellState.FAILED;
    }
    if (measured.size() >= experiment.repeats) {
      return reasons.isEmpty() ? CellState.DONE : CellState.TOO_NOISY;
    }
    if (experiment.state == ExperimentState.FINISHED) {
      return CellState.INCOMPLETE;
    }
    return all.isEmpty() ? CellState.WAITING : CellState.RUNNING;
  }

  private static double[] cpus(List<Repetition> measured) {
    return measured.stream().mapToDouble(it -> it.cpuNanos).toArray();
  }

  private static @Nullable Noise noise(List<Repetition> measured) {
    var noises = measured.stream().map(it -> it.noise).filter(Objects::nonNull).toList();
    return noises.isEmpty()
        ? null
        : new Noise(
            median(noises, Noise::lostShare),
            median(noises, Noise::foreignShare),
            median(noises, Noise::stealShare),
            median(noises, Noise::involuntarySwitches));
  }

  private static @Nullable Double median(
      List<Noise> noises, Function<Noise, @Nullable Double> part) {
    var values = noises.stream().map(part).filter(Objects::nonNull).mapToDouble(it -> it).toArray();
    return values.length == 0 ? null : (Double) Quantiles.median(values);
  }

  private static List<String> reasons(@Nullable Noise noise, double spread) {
    var reasons = new ArrayList<String>();
    if (noise != null && above(noise.lostShare(), MOST_LOST)) {
      reasons.add(
          "Others used its cores: for %s of their time a thread was ready and not on them (at most %s)."
              .formatted(percent(noise.lostShare()), percent(MOST_LOST)));
    }
    if (noise != null && above(noise.stealShare(), MOST_STEAL)) {
      reasons.add(
          "The hypervisor gave %s of the time of its cores to other machines (at most %s)."
              .formatted(percent(noise.stealShare()), percent(MOST_STEAL)));
    }
    if (spread > MOST_SPREAD) {
      reasons.add(
          "Its times differ: half of them lie within %s of the median (at most %s)."
              .formatted(percent(spread), percent(MOST_SPREAD)));
    }
    return reasons;
  }

  private static boolean above(@Nullable Double share, double most) {
    return share != null && share > most;
  }

  private static String percent(@Nullable Double share) {
    return Math.round((share == null ? 0 : share) * 100) + " %";
  }

  /// Where the whole stands.
  ExperimentView.Progress progress() {
    int done = (int) plan.repetitions().stream().filter(Repetition::counts).count();
    int left = experiment.state == ExperimentState.FINISHED ? 0 : plan.left();
    return new ExperimentView.Progress(done, done + left, eta(left));
  }

  /// Each repetition to come is expected to take as long as those before on average, from start to
  /// start.
  private @Nullable Long eta(int left) {
    var starts =
        plan.repetitions().stream().map(it -> it.startedAt).filter(Objects::nonNull).toList();
    if (left == 0 || starts.size() < 2) {
      return null;
    }
    long passed = starts.getLast().toEpochMilli() - starts.getFirst().toEpochMilli();
    return left * passed / (starts.size() - 1);
  }
}
