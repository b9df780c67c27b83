package threadmill.runner.diagnosis;

import java.util.Locale;

/// Says a finding in a sentence, with its figures and what to try.
public final class Sentences {
  private Sentences() {}

  public static String of(Finding finding) {
    return switch (finding) {
      case Finding.CpuBound f ->
          "CPU-bound: %s of the time a thread was on a core or waited for one."
              .formatted(percent(f.share()));
      case Finding.IoBound f ->
          "%s: %s of the time no thread had work; they waited for %s."
              .formatted(
                  f.sleeping() ? "Waits for time to pass" : "I/O-bound",
                  percent(f.share()),
                  f.sleeping() ? "sleeps to end" : "input or output");
      case Finding.LockContention f ->
          "Contended lock %s: %d %s waited for it, %s in all%s."
              .formatted(
                  f.lock(),
                  f.waiters(),
                  f.waiters() == 1 ? "thread" : "threads",
                  millis(f.waitedNanos()),
                  f.holder() == null ? "" : "; mostly held by " + f.holder());
      case Finding.SerialSection f ->
          "Serial section: %s of the time one thread worked alone while others waited; mostly %s."
              .formatted(percent(f.share()), f.thread());
      case Finding.Imbalance f ->
          "Uneven work: %s was on a core %.1f times as long as the workers' mean."
              .formatted(f.busiest(), f.times());
      case Finding.Oversubscription f ->
          "More threads than cores: of the time in which threads could work, they waited for a core in %s."
              .formatted(percent(f.share()));
      case Finding.PoolStarvation f ->
          "Starved pool %s: for %s of the time all %d of its threads waited for results of other tasks."
              .formatted(f.pool(), percent(f.share()), f.threads());
      case Finding.PinnedVirtualThreads f ->
          "Pinned virtual threads: for %s of the time carriers were kept by virtual threads that waited."
              .formatted(percent(f.share()));
      case Finding.GarbageCollection f ->
          "Garbage collection: the JVM's collecting threads were on a core for %s of the time."
              .formatted(percent(f.share()));
      case Finding.IdleCores f ->
          "Idle cores: %s of the time of the %d cores was not used while the program worked."
              .formatted(percent(f.share()), f.cores());
    };
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }
}
