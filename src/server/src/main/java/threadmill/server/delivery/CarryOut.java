package threadmill.server.delivery;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import threadmill.runner.RunResult;
import threadmill.runner.Runner;
import threadmill.server.settings.ServerConfig;

/// Has the runner carry out one claim, and brings home what became of it.
///
/// Implementation note: `active` maps runs that are under way here to their attempts; an entry
/// lives as long as the call. `stopping` only ever becomes true; from then on results are dropped,
/// so that the next start finds the runs unfinished and gives them another attempt.
@ApplicationScoped
class CarryOut {
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Runner runner;
  private final Attempts attempts;
  private final ServerConfig config;
  private final RunMeters meters;
  private final Map<UUID, Attempt> active = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  CarryOut(Runner runner, Attempts attempts, ServerConfig config, RunMeters meters) {
    this.runner = runner;
    this.attempts = attempts;
    this.config = config;
    this.meters = meters;
  }

  /// Blocks until the run has its verdict or is given back.
  void carryOut(Claim claim) {
    try (var attempt = new Attempt(claim, attempts, runner, config.eventBatch())) {
      active.put(claim.run(), attempt);
      attempt.start();
      try {
        end(claim, attempt, result(claim, attempt));
      } finally {
        active.remove(claim.run(), attempt);
      }
    }
  }

  private void end(Claim claim, Attempt attempt, @Nullable RunResult result) {
    if (stopping) {
      Log.infof("run %s is left unfinished; the next start tries it again", claim.run());
    } else if (result == null) {
      giveBack(claim, "The runner failed");
    } else {
      finish(claim, attempt, result);
    }
  }

  private void finish(Claim claim, Attempt attempt, RunResult result) {
    try {
      if (attempt.finish(result)) {
        meters.finished(result, claim.queued());
      }
    } catch (RuntimeException broken) {
      Log.errorf(broken, "the verdict of run %s cannot be stored; it is given back", claim.run());
      giveBack(claim, "The verdict could not be stored");
    }
  }

  /// Repeats until the database takes it: a run must not stay under way for ever.
  private void giveBack(Claim claim, String why) {
    while (!stopping) {
      try {
        attempts.lost(claim.run(), claim.attempt(), why);
        return;
      } catch (RuntimeException broken) {
        Log.errorf(broken, "run %s cannot be given back; it is tried again soon", claim.run());
        LockSupport.parkNanos(RETRY.toNanos());
      }
    }
  }

  private @Nullable RunResult result(Claim claim, Attempt attempt) {
    try {
      return runner.run(claim.order(), attempt);
    } catch (RuntimeException broken) {
      if (!stopping) {
        Log.errorf(broken, "the runner failed at run %s, attempt %d", claim.run(), claim.attempt());
      }
      return null;
    }
  }

  void cancel(UUID run) {
    var attempt = active.get(run);
    if (attempt != null) {
      attempt.cancel();
    }
  }

  /// From now on whatever ends was ended by us.
  void stop() {
    stopping = true;
    runner.close();
  }
}
