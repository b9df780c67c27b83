package threadmill.runner;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Judgement.Stage;
import threadmill.runner.child.ChildJvms.Reservation;
import threadmill.runner.child.LostChildException;
import threadmill.runner.kernel.CoreTimes;
import threadmill.runner.sandbox.NotStartedException;
import threadmill.runner.sandbox.Sandbox;
import threadmill.runner.sandbox.Sandboxes;

/// Executes compiled programs, each in a child JVM of its own, on cores that it is bound to.
///
/// Implementation note: immutable; any number of threads at once. A job that waits for cores holds
/// a reserved child JVM and none of the locks of [Cores] or [Housekeeping].
final class Execute {
  /// What HotSpot says that cannot come up in its heap.
  private static final List<String> HEAP_TOO_SMALL =
      List.of("OutOfMemoryError", "heap", "Try increasing NewSize");

  /// How often a child JVM may vanish before the program was released.
  private static final int ATTEMPTS = 10;

  private final Cores cores;
  private final Housekeeping housekeeping;
  private final Sandboxes sandboxes;
  private final Safeguards safeguards;

  Execute(Cores cores, Housekeeping housekeeping, Sandboxes sandboxes, Safeguards safeguards) {
    this.cores = cores;
    this.housekeeping = housekeeping;
    this.sandboxes = sandboxes;
    this.safeguards = safeguards;
  }

  /// Cores that are leased.
  ///
  /// @param vacated that nothing of ours is on them; null unless the lease is exclusive
  record Place(Cores.Lease lease, Housekeeping.@Nullable Vacated vacated) implements AutoCloseable {
    boolean cleared() {
      return vacated != null && vacated.complete();
    }

    @Override
    public void close() {
      try (lease;
          vacated) {
        // Both are given back.
      }
    }
  }

  /// A job that was executed.
  ///
  /// @param mostThreads that looks from outside saw; 0 where it never ran
  record Executed(RunResult result, int mostThreads) {}

  /// Waits for cores; empty when the run was ended before.
  Optional<Place> place(int count, boolean alone, ActiveRun run) throws InterruptedException {
    var request = cores.ask(count, alone);
    run.stoppedBy(request::abandon);
    return request
        .await()
        .map(lease -> new Place(lease, alone ? housekeeping.vacate(lease.numbers()) : null));
  }

  /// Executes a job when its cores are free.
  RunResult job(Job job, Reservation reserved) throws InterruptedException {
    var granted = place(job.order().cores(), job.order().timed(), job.run());
    if (granted.isEmpty()) {
      return job.notRun(Judgement.of(job.run().ending().orElseThrow(), Stage.NONE));
    }
    try (var place = granted.get()) {
      return on(place, job, reserved).result();
    }
  }

  /// Executes a job on the first of some cores, as many as its order says.
  Executed on(Place place, Job job, Reservation reserved) throws InterruptedException {
    var numbers = place.lease().numbers().stream().limit(job.order().cores()).toList();
    long askedAt = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      var ending = job.run().ending();
      if (ending.isPresent()) {
        return notRun(job, Judgement.of(ending.get(), Stage.NONE));
      }
      try {
        var child = reserved.take();
        job.run().in(child.sandbox());
        try (var _ = housekeeping.exempt(child.sandbox().firstPid())) {
          var load = Fingerprint.load();
          var supervise = new Supervise(job, child, safeguards);
          var result = supervise.run(numbers, askedAt);
          return new Executed(
              supervise
                  .coreTimes()
                  .map(times ->
                      result.under(conditions(numbers, place, times, load, child.sandbox())))
                  .orElse(result),
              supervise.mostThreads());
        }
      } catch (NotStartedException e) {
        return notStarted(e, job);
      } catch (LostChildException e) {
        // Nothing of the program has run yet, so another may run it.
        if (attempt == ATTEMPTS) {
          throw new RunnerException(
              "run " + job.order().id() + " finds no child JVM that lasts", e);
        }
        reserved.renew();
      }
    }
  }

  private Conditions conditions(
      List<Integer> numbers, Place place, CoreTimes times, @Nullable Double load, Sandbox sandbox) {
    var lease = place.lease();
    return new Conditions(
        numbers,
        place.cleared() || lease.sharedWithServer(),
        lease.sharedWithServer(),
        times.busyNanos(),
        times.stealNanos(),
        load,
        Fingerprint.of(cores.usable(), sandboxes.jvmOptions(sandbox.spec())));
  }

  private static Executed notStarted(NotStartedException cause, Job job) {
    if (HEAP_TOO_SMALL.stream().anyMatch(cause.said()::contains)) {
      int heap = job.order().limits().heapMiB();
      var why = "The JVM cannot start in a heap of %d MiB.".formatted(heap);
      return notRun(job, new Judgement(Verdict.MEMORY_LIMIT, why));
    }
    throw new RunnerException("run " + job.order().id() + ": no child JVM", cause);
  }

  private static Executed notRun(Job job, Judgement judgement) {
    return new Executed(job.notRun(judgement), 0);
  }
}
