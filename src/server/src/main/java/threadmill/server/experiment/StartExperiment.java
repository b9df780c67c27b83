package threadmill.server.experiment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.random.RandomGenerator;
import threadmill.server.access.Owner;
import threadmill.server.access.Who;
import threadmill.server.account.Visitors;
import threadmill.server.problem.RequestRefused;
import threadmill.server.run.Title;
import threadmill.server.settings.ServerConfig;

/// Stores an experiment and puts it into the queue.
@ApplicationScoped
class StartExperiment {
  private static final long RETRY_SECONDS = 30;

  private final Experiments experiments;
  private final ExperimentJournal journal;
  private final Visitors visitors;
  private final ServerConfig config;
  private final InstantSource clock;

  StartExperiment(
      Experiments experiments,
      ExperimentJournal journal,
      Visitors visitors,
      ServerConfig config,
      InstantSource clock) {
    this.experiments = experiments;
    this.journal = journal;
    this.visitors = visitors;
    this.config = config;
    this.clock = clock;
  }

  @Transactional
  UUID start(CheckExperiment.Checked checked, Who who) {
    visitors.oneAtATime(who);
    var owner = Owner.of(who);
    long unfinished = experiments.unfinishedOf(owner);
    if (unfinished >= config.experiment().perOwner()) {
      throw RequestRefused.notNow(
          429,
          "You have %d experiments under way already; try again when one of them has ended."
              .formatted(unfinished),
          RETRY_SECONDS);
    }
    // As PostgreSQL keeps it, so that the answer shows what is stored.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var experiment = new Experiment();
    experiment.id = UUID.randomUUID();
    experiment.owner = owner;
    experiment.title = Title.of(checked.run().files());
    experiment.state = ExperimentState.QUEUED;
    experiment.seed = RandomGenerator.getDefault().nextLong(1L << 53);
    experiment.createdAt = now;
    experiment.queuedAt = now;
    experiment.repeats = checked.repeats();
    experiment.warmUp = checked.warmUp();
    experiment.request = checked.request();
    experiment.cells = checked.cells();
    experiment.takes = new ArrayList<>(Collections.nCopies(checked.cells().size(), 1));
    experiments.persistAndFlush(experiment);
    int place = experiments.unfinished().size();
    experiment.toldPlace = place;
    journal.append(experiment, new ExperimentEvent.State(ExperimentState.QUEUED, place));
    return experiment.id;
  }
}
