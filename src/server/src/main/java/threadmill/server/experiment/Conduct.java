package threadmill.server.experiment;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import threadmill.runner.Verdict;
import threadmill.server.run.RunFinished;
import threadmill.server.run.StartRun;
import threadmill.server.settings.ServerConfig;

/// Takes experiments forward, one at a time, step by step. Each step is one transaction that locks
/// the experiment's row and follows from what is stored alone: so a server that stops at any moment
/// goes on with the next step when it starts again. A repetition under way is a run like any other,
/// which is tried once more then.
@ApplicationScoped
class Conduct {
  /// Repetitions that may fail for reasons of ours before we give an experiment up.
  private static final int MOST_FAULTS = 3;

  /// What was done, and what has to be done outside of the transaction.
  sealed interface Step {
    /// Nothing can be done until a run has ended or an experiment was started.
    record Idle() implements Step {}

    /// There may be more to do at once.
    record Moved() implements Step {}

    /// A run was queued.
    record Queued() implements Step {}

    /// A run is under way that nobody wants any more.
    record Unwanted(UUID run) implements Step {}
  }

  private final Experiments experiments;
  private final Repetitions repetitions;
  private final ExperimentJournal journal;
  private final CheckExperiment check;
  private final StartRun start;
  private final ServerConfig config;
  private final InstantSource clock;

  Conduct(
      Experiments experiments,
      Repetitions repetitions,
      ExperimentJournal journal,
      CheckExperiment check,
      StartRun start,
      ServerConfig config,
      InstantSource clock) {
    this.experiments = experiments;
    this.repetitions = repetitions;
    this.journal = journal;
    this.check = check;
    this.start = start;
    this.config = config;
    this.clock = clock;
  }

  @Transactional
  Step step() {
    return experiments.next().map(this::step).orElse(new Step.Idle());
  }

  private Step step(Experiment experiment) {
    if (experiment.state == ExperimentState.FINISHED) {
      return new Step.Moved(); // somebody was faster
    }
    var repeated = repetitions.of(experiment.id);
    var underWay = repeated.stream().filter(it -> it.verdict == null).findFirst();
    if (underWay.isPresent()) {
      return experiment.cancelRequested || late(experiment)
          ? new Step.Unwanted(underWay.get().runId)
          : new Step.Idle();
    }
    if (experiment.cancelRequested) {
      return end(experiment, Ending.CANCELLED, "Cancelled by its user.");
    }
    if (experiment.state == ExperimentState.QUEUED) {
      experiment.state = ExperimentState.RUNNING;
      experiment.toldPlace = null;
      experiment.measuringSince = clock.instant();
      if (experiment.startedAt == null) {
        experiment.startedAt = experiment.measuringSince.truncatedTo(ChronoUnit.MICROS);
      }
      journal.append(experiment, new ExperimentEvent.State(ExperimentState.RUNNING, null));
      tellPlaces();
      return new Step.Moved();
    }
    if (repeated.stream().filter(it -> it.verdict == Verdict.INTERNAL_ERROR).count()
        >= MOST_FAULTS) {
      return end(
          experiment,
          Ending.ABANDONED,
          "Runs failed again and again for reasons of the server. This is not your program's fault.");
    }
    if (late(experiment)) {
      return end(
          experiment,
          Ending.OUT_OF_TIME,
          "It took longer than the %d minutes that an experiment may; ask for fewer cells or repeats, or for smaller sizes."
              .formatted(config.experiment().longest().toMinutes()));
    }
    return Plan.of(experiment, repeated)
        .next()
        .map(next -> begin(experiment, repeated, next))
        .orElseGet(() -> complete(experiment, repeated));
  }

  private boolean late(Experiment experiment) {
    return experiment.measuringSince != null
        && Duration.between(experiment.measuringSince, clock.instant())
                .compareTo(config.experiment().longest())
            > 0;
  }

  private Step begin(Experiment experiment, List<Repetition> repeated, Plan.Next next) {
    var settings = experiment.cells.get(next.cell());
    var repetition = new Repetition();
    repetition.key = new Repetition.Key(experiment.id, repeated.size() + 1);
    repetition.cell = next.cell();
    repetition.take = next.take();
    repetition.round = next.round();
    repetition.warmUp = next.warmUp();
    repetition.usedCores = List.of();
    repetition.runId =
        start.repetition(check.run(experiment.request, settings), experiment.owner, experiment.id);
    repetitions.persist(repetition);
    journal.append(
        experiment,
        new ExperimentEvent.Began(
            repetition.key.number(),
            next.cell(),
            next.take(),
            next.round(),
            next.warmUp(),
            repetition.runId.toString()));
    return new Step.Queued();
  }

  private Step complete(Experiment experiment, List<Repetition> repeated) {
    var cells = new Analysis(experiment, repeated).cells();
    return end(
        experiment,
        Ending.COMPLETE,
        "Of %d cells %d are done, %d too noisy, %d failed."
            .formatted(
                cells.size(),
                count(cells, CellState.DONE),
                count(cells, CellState.TOO_NOISY),
                count(cells, CellState.FAILED)));
  }

  private static long count(List<CellView> cells, CellState state) {
    return cells.stream().filter(it -> it.state() == state).count();
  }

  private Step end(Experiment experiment, Ending ending, String explanation) {
    experiment.state = ExperimentState.FINISHED;
    experiment.ending = ending;
    experiment.explanation = explanation;
    experiment.toldPlace = null;
    experiment.finishedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    journal.append(experiment, new ExperimentEvent.Ended(ending, explanation));
    Log.infof("experiment %s ended: %s", experiment.id, ending);
    return new Step.Moved();
  }

  /// Tells those who wait their new places.
  private void tellPlaces() {
    var unfinished = experiments.unfinished();
    for (int i = 0; i < unfinished.size(); i++) {
      int place = i + 1;
      var waiting = unfinished.get(i);
      if (waiting.state == ExperimentState.QUEUED
          && (waiting.toldPlace == null || waiting.toldPlace != place)) {
        experiments
            .locked(waiting.id)
            .filter(it -> it.state == ExperimentState.QUEUED)
            .ifPresent(it -> {
              it.toldPlace = place;
              journal.append(it, new ExperimentEvent.State(ExperimentState.QUEUED, place));
            });
      }
    }
  }

  /// Takes the result of a repetition in, within the transaction that stores its verdict.
  void measured(@Observes RunFinished finished) {
    if (finished.run().experimentId != null) {
      repetitions
          .ofRun(finished.run().id)
          .filter(it -> it.verdict == null)
          .ifPresent(it -> take(it, finished));
    }
  }

  private void take(Repetition repetition, RunFinished finished) {
    var result = finished.result();
    var experiment = experiments.locked(repetition.key.experimentId()).orElseThrow();
    repetition.verdict = result.verdict();
    repetition.explanation = finished.run().explanation;
    repetition.startedAt = result.startedAt();
    repetition.wallNanos = result.timings().wall().toNanos();
    repetition.cpuNanos = result.timings().cpu().toNanos();
    var reading = MeasureNoise.read(result);
    repetition.noise = reading.noise();
    repetition.workSpan = reading.workSpan();
    Optional.ofNullable(result.conditions())
        .ifPresent(it -> {
          repetition.usedCores = it.cores();
          repetition.exclusive = it.exclusive();
          repetition.sharedWithServer = it.sharedWithServer();
          repetition.load = it.load();
          repetition.machine = MachineView.of(it.machine());
        });
    var repeated = repetitions.of(experiment.id);
    var analysis = new Analysis(experiment, repeated);
    journal.append(
        experiment,
        new ExperimentEvent.Measured(
            ReadExperiment.repetition(repetition, ReadExperiment.machines(repeated)),
            analysis.progress()));
    journal.append(experiment, new ExperimentEvent.Cell(analysis.cell(repetition.cell)));
  }
}
