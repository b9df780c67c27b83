package threadmill.server.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import threadmill.server.event.EventDraft;
import threadmill.server.event.Journal;
import threadmill.server.run.QueueEstimate;
import threadmill.server.run.Run;
import threadmill.server.run.RunRepository;
import threadmill.server.run.RunState;

/// Tells queued runs their new place when it has changed.
@ApplicationScoped
class QueuePlaces {
  /// Who waits further behind is told once he comes nearer.
  private static final int MOST_TOLD = 200;

  private final RunRepository runs;
  private final Journal journal;
  private final QueueEstimate estimate;
  private final RunMeters meters;

  QueuePlaces(RunRepository runs, Journal journal, QueueEstimate estimate, RunMeters meters) {
    this.runs = runs;
    this.journal = journal;
    this.estimate = estimate;
    this.meters = meters;
  }

  @Transactional
  void tell() {
    meters.queued(runs.queueLength());
    var queued = runs.queued(MOST_TOLD);
    if (queued.isEmpty()) {
      return;
    }
    var median = estimate.median();
    for (int i = 0; i < queued.size(); i++) {
      int place = i + 1;
      var seen = queued.get(i);
      if (seen.toldPlace == null || seen.toldPlace != place) {
        runs.getEntityManager().refresh(seen, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        if (seen.state == RunState.QUEUED) {
          tell(seen, place, EventDraft.now(estimate.told(place, median)));
        }
      }
    }
  }

  private void tell(Run run, int place, EventDraft draft) {
    run.toldPlace = place;
    run.lastSeq = journal.append(run.id, run.attempt, run.lastSeq, List.of(draft));
  }
}
