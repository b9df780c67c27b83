package threadmill.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Owner;
import threadmill.server.account.Visitors;
import threadmill.server.event.EventBody;
import threadmill.server.event.EventDraft;
import threadmill.server.event.Journal;
import threadmill.server.problem.RequestRefused;
import threadmill.server.settings.ServerConfig;

/// Stores a run and puts it into the queue.
@ApplicationScoped
public class StartRun {
  private static final long FALLBACK_RETRY_SECONDS = 2;

  private final RunRepository runs;
  private final RunFileRepository files;
  private final Journal journal;
  private final Visitors visitors;
  private final QueueEstimate estimate;
  private final ServerConfig config;
  private final InstantSource clock;

  StartRun(
      RunRepository runs,
      RunFileRepository files,
      Journal journal,
      Visitors visitors,
      QueueEstimate estimate,
      ServerConfig config,
      InstantSource clock) {
    this.runs = runs;
    this.files = files;
    this.journal = journal;
    this.visitors = visitors;
    this.estimate = estimate;
    this.config = config;
    this.clock = clock;
  }

  /// A run that was stored, and what its first event told.
  record Started(Run run, EventBody.State told) {}

  /// Source, row and first event are stored together or not at all.
  @Transactional
  Started start(CheckedRequest request, Requester by) {
    visitors.oneAtATime(by.who());
    var owner = Owner.of(by.who());
    refuseAbove("You have", runs.queuedOf(owner), config.queue().perOwner());
    var perAddress = config.queue().perAddress();
    if (perAddress.isPresent()) {
      refuseAbove("Your network has", runs.queuedFrom(by.address()), perAddress.getAsInt());
    }
    var run = row(request, owner);
    run.clientAddress = perAddress.isPresent() ? by.address() : null;
    return new Started(run, store(run, request));
  }

  /// Queues a repetition of an experiment, behind everybody who waits already.
  ///
  /// @return the run's id
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID repetition(CheckedRequest request, @Nullable Owner owner, UUID experiment) {
    var run = row(request, owner);
    run.experimentId = experiment;
    store(run, request);
    return run.id;
  }

  private EventBody.State store(Run run, CheckedRequest request) {
    runs.persist(run);
    files.store(run.id, request.files());
    runs.flush();
    var told = estimate.told(runs.place(run));
    run.toldPlace = told.queuePlace();
    run.lastSeq = journal.append(run.id, run.attempt, 0, List.of(EventDraft.now(told)));
    return told;
  }

  private Run row(CheckedRequest request, @Nullable Owner owner) {
    // As PostgreSQL keeps it, so that the answer shows what is stored.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var run = new Run();
    run.id = UUID.randomUUID();
    run.owner = owner;
    run.title = Title.of(request.files());
    run.state = RunState.QUEUED;
    run.attempt = 1;
    run.createdAt = now;
    run.queuedAt = now;
    run.settings = request.settings();
    run.stdin = request.stdin();
    run.diagnostics = List.of();
    return run;
  }

  private void refuseAbove(String who, long queued, int most) {
    if (queued < most) {
      return;
    }
    var median = estimate.median();
    long seconds = median == null ? FALLBACK_RETRY_SECONDS : Math.max(1, median.toSeconds());
    throw RequestRefused.notNow(
        429,
        who + " " + queued + " runs waiting already; try again when one of them has started.",
        seconds);
  }
}
