package threadmill.server.experiment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.runner.statistics.Estimate;
import threadmill.server.access.Access;
import threadmill.server.access.Owner;
import threadmill.server.access.Who;
import threadmill.server.problem.Id;
import threadmill.server.problem.RequestRefused;

/// Shows experiments: to whoever has the link, as runs of the playground are.
@ApplicationScoped
public class ReadExperiment {
  private final Experiments experiments;
  private final Repetitions repetitions;
  private final Access access;

  ReadExperiment(Experiments experiments, Repetitions repetitions, Access access) {
    this.experiments = experiments;
    this.repetitions = repetitions;
    this.access = access;
  }

  /// The experiment behind an id of a URL; refused as not found where there is none.
  @Transactional
  Experiment experiment(String id) {
    return Id.parse(id)
        .flatMap(experiments::findByIdOptional)
        .orElseThrow(() -> RequestRefused.with(404, "There is no experiment with this id."));
  }

  @Transactional
  ExperimentView view(String id, Who who) {
    var experiment = experiment(id);
    var repeated = repetitions.of(experiment.id);
    var analysis = new Analysis(experiment, repeated);
    return new ExperimentView(
        experiment.id.toString(),
        experiment.title,
        experiment.state,
        experiment.ending,
        experiment.explanation,
        experiment.createdAt,
        experiment.startedAt,
        experiment.finishedAt,
        experiment.state == ExperimentState.QUEUED ? place(experiment) : null,
        analysis.progress(),
        access.owns(who, experiment),
        experiment.request,
        experiment.seed,
        Analysis.method(),
        analysis.baselines(),
        analysis.cells(),
        new BuildSeries(experiment, analysis).all(),
        machines(repeated));
  }

  private int place(Experiment experiment) {
    return experiments.unfinished().indexOf(experiment) + 1;
  }

  @Transactional
  ResultsView results(String id) {
    var experiment = experiment(id);
    var repeated = repetitions.of(experiment.id);
    var analysis = new Analysis(experiment, repeated);
    var machines = machines(repeated);
    return new ResultsView(
        experiment.id.toString(),
        experiment.seed,
        Analysis.method(),
        machines,
        analysis.cells(),
        new BuildSeries(experiment, analysis).all(),
        repeated.stream()
            .filter(it -> it.verdict != null)
            .map(it -> repetition(it, machines))
            .toList());
  }

  @Transactional
  List<ExperimentSummary> recent(Who who, int most) {
    return experiments.recentOf(Owner.of(who), most).stream().map(this::summary).toList();
  }

  private ExperimentSummary summary(Experiment experiment) {
    return new ExperimentSummary(
        experiment.id.toString(),
        experiment.title,
        experiment.state,
        experiment.ending,
        experiment.createdAt,
        experiment.cells.size(),
        new Analysis(experiment, repetitions.of(experiment.id)).progress());
  }

  /// A cell of the experiment behind an id of a URL; refused as not found where there is none.
  @Transactional
  public MeasuredCell cell(String id, int number) {
    var experiment = experiment(id);
    if (number >= experiment.cells.size()) {
      throw RequestRefused.with(404, "There is no cell with this number.");
    }
    var repeated = repetitions.of(experiment.id);
    var analysis = new Analysis(experiment, repeated);
    var cell = analysis.cell(number);
    var measured = analysis.measured(number);
    var failure = cell.failure();
    return new MeasuredCell(
        experiment.id,
        number,
        experiment.title,
        experiment.createdAt,
        cell.state(),
        cell.take(),
        experiment.repeats,
        CheckExperiment.asked(experiment.request, cell.settings()),
        cell.settings().size(),
        cell.tooNoisyBecause(),
        failure == null ? null : failure.verdict(),
        measured.stream().map(it -> (double) it.wallNanos).toList(),
        measured.stream().map(it -> (double) it.cpuNanos).toList(),
        estimate(cell.wall()),
        estimate(cell.cpu()),
        measured.isEmpty()
            ? failure == null ? null : UUID.fromString(failure.run())
            : inTheMiddle(measured).runId,
        analysis.seed(number),
        machines(measured));
  }

  /// The repetition whose wall time is the median; of an even number the lower of two.
  private static Repetition inTheMiddle(List<Repetition> measured) {
    return measured.stream()
        .sorted(Comparator.comparingLong(it -> it.wallNanos))
        .toList()
        .get((measured.size() - 1) / 2);
  }

  private static @Nullable Estimate estimate(CellView.@Nullable Time time) {
    return time == null
        ? null
        : new Estimate(time.medianNanos(), time.lowNanos(), time.highNanos());
  }

  /// The machines that measured, in the order of their first repetition.
  static List<MachineView> machines(List<Repetition> repeated) {
    return repeated.stream().map(it -> it.machine).filter(Objects::nonNull).distinct().toList();
  }

  static RepetitionView repetition(Repetition it, List<MachineView> machines) {
    return new RepetitionView(
        it.key.number(),
        it.cell,
        it.take,
        it.round,
        it.warmUp,
        it.runId.toString(),
        Objects.requireNonNull(it.verdict),
        it.startedAt,
        it.wallNanos,
        it.cpuNanos,
        new ArrayList<>(it.usedCores),
        it.exclusive,
        it.sharedWithServer,
        it.noise,
        it.load,
        it.machine == null ? -1 : machines.indexOf(it.machine));
  }
}
