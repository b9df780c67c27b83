package threadmill.server.experiment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import threadmill.server.problem.RequestRefused;

/// What its user may do with an experiment: stop it, or have a cell measured again.
@ApplicationScoped
class ChangeExperiment {
  private final Experiments experiments;
  private final Repetitions repetitions;
  private final ExperimentJournal journal;
  private final InstantSource clock;

  ChangeExperiment(
      Experiments experiments,
      Repetitions repetitions,
      ExperimentJournal journal,
      InstantSource clock) {
    this.experiments = experiments;
    this.repetitions = repetitions;
    this.journal = journal;
    this.clock = clock;
  }

  /// Wants it stopped; whoever conducts it sees to that.
  @Transactional
  void cancel(UUID id) {
    var experiment = experiments.locked(id).orElseThrow();
    if (experiment.state != ExperimentState.FINISHED) {
      experiment.cancelRequested = true;
    }
  }

  /// Drops what is known of a cell and puts it on the plan again.
  @Transactional
  void again(UUID id, int cell) {
    var experiment = experiments.locked(id).orElseThrow();
    if (cell < 0 || cell >= experiment.cells.size()) {
      throw RequestRefused.with(404, "There is no cell with this number.");
    }
    var analysis = new Analysis(experiment, repetitions.of(id));
    boolean stopping = experiment.cancelRequested && experiment.state != ExperimentState.FINISHED;
    if (stopping || !analysis.mayAgain(analysis.cell(cell).state())) {
      throw RequestRefused.with(409, "This cell is being measured; wait until it has ended.");
    }
    var takes = new ArrayList<>(experiment.takes);
    takes.set(cell, takes.get(cell) + 1);
    experiment.takes = takes;
    if (experiment.state == ExperimentState.FINISHED) {
      experiment.state = ExperimentState.QUEUED;
      experiment.ending = null;
      experiment.explanation = null;
      experiment.finishedAt = null;
      experiment.cancelRequested = false;
      experiment.queuedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
      experiments.flush();
      experiment.toldPlace = experiments.unfinished().size();
      journal.append(
          experiment, new ExperimentEvent.State(ExperimentState.QUEUED, experiment.toldPlace));
    }
    journal.append(
        experiment,
        new ExperimentEvent.Cell(new Analysis(experiment, repetitions.of(id)).cell(cell)));
  }
}
