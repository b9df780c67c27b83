package threadmill.server.judging;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import threadmill.runner.Runner;
import threadmill.server.judging.JudgeAttempts.Claim;

/// Carries judgings out, one at a time: their times count, so they would wait for each other's
/// cores anyway.
///
/// Implementation note: one thread takes judgings from the queue, which is a table, and carries
/// each out. `news` means "look at the queue again"; a hint that gets lost costs [#LOOK_MILLIS],
/// nothing else. Shutdown: the runner is closed, which ends the judging under way; it is left to
/// the next start.
@ApplicationScoped
public class JudgeQueue {
  private static final long LOOK_MILLIS = 1_000;

  private final JudgeAttempts attempts;
  private final Runner runner;
  private final Semaphore news = new Semaphore(1);
  private final Thread judging = Thread.ofPlatform().name("judge").unstarted(this::judge);
  private volatile boolean stopping;

  JudgeQueue(JudgeAttempts attempts, Runner runner) {
    this.attempts = attempts;
    this.runner = runner;
  }

  @Startup
  void start() {
    int recovered = attempts.recover();
    if (recovered > 0) {
      Log.infof("%d judgings were under way when the server stopped; they go on", recovered);
    }
    judging.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    stopping = true;
    judging.interrupt();
  }

  /// Something was queued.
  public void look() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  private void judge() {
    try {
      while (!stopping) {
        if (!judgeOne() && news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean judgeOne() {
    try {
      if (!runner.unavailable().isEmpty()) {
        return false;
      }
      var claim = attempts.claim();
      claim.ifPresent(this::carryOut);
      return claim.isPresent();
    } catch (RuntimeException broken) {
      Log.errorf(broken, "the queue of judgings cannot be read; it is tried again in a second");
      return false;
    }
  }

  private void carryOut(Claim claim) {
    try {
      var report =
          runner.judge(claim.order(), (done, of, next) -> attempts.progress(claim, done, of, next));
      if (!stopping) {
        attempts.finish(claim, report, runner.machine());
      }
    } catch (RuntimeException broken) {
      if (!stopping) {
        Log.errorf(broken, "judging %s came to nothing", claim.id());
        attempts.lost(claim);
      }
    }
  }
}
