package threadmill.runner.timeline;

import java.io.IOException;
import java.util.Optional;
import threadmill.runner.kernel.Confinement;
import threadmill.runner.kernel.PerfEvent;
import threadmill.runner.kernel.Settings;
import threadmill.runner.kernel.SystemCallException;
import threadmill.runner.timeline.Timeline.Source;

/// Opens recorders: from the kernel's record of context switches where that is permitted, else from
/// samples of `/proc`. Safe for several threads; it holds nothing.
public final class Recorders {
  private final Source preferred;
  private final boolean capture;

  /// Recorders of one kind, or of the next best.
  ///
  /// @param preferred [Source#PERF] takes perf where it can be had; [Source#PROC] never tries
  public Recorders(Source preferred) {
    this(preferred, true);
  }

  /// Recorders that record timelines, or only measure CPU time.
  public Recorders(Source preferred, boolean capture) {
    this.preferred = preferred;
    this.capture = capture;
  }

  /// Opens a recorder on a process that does nothing yet, since only threads and processes that it
  /// starts later are seen.
  ///
  /// @throws SystemCallException when not even `/proc` can be read
  public Recorder open(long pid) {
    int first = Math.toIntExact(pid);
    if (!capture) {
      return new Unrecorded(cpuTime(first));
    }
    if (preferred == Source.PERF) {
      try {
        return perf(first);
      } catch (SystemCallException refused) {
        // The fallback below; whyNoPerf() tells the operator.
      }
    }
    var cpu = new ProcCpuTime(first);
    return new WatchedRun(first, new ProcWitness(first, cpu, false), cpu);
  }

  private CpuTime cpuTime(int pid) {
    if (preferred == Source.PERF) {
      try {
        return new PerfCpuTime(pid);
      } catch (SystemCallException refused) {
        // The next best.
      }
    }
    return new ProcCpuTime(pid);
  }

  private static Recorder perf(int pid) {
    var witness = new PerfWitness(pid);
    try {
      return new WatchedRun(pid, witness, new PerfCpuTime(pid));
    } catch (SystemCallException refused) {
      witness.close();
      throw refused;
    }
  }

  /// Why timelines come from `/proc`, and what to change, in a sentence for the operator; empty
  /// when they come from perf.
  public Optional<String> whyNoPerf() {
    if (preferred == Source.PROC) {
      return Optional.of("Timelines are sampled from /proc because the configuration says so.");
    }
    try (var _ = PerfEvent.switches(0, 0);
        var ring = PerfEvent.taskClock(0)) {
      ring.count();
      return Optional.empty();
    } catch (SystemCallException refused) {
      return Optional.of(why(refused));
    }
  }

  private static String why(SystemCallException refused) {
    return "Timelines are sampled from /proc because %s%s."
        .formatted(
            refused.getMessage(),
            advice(refused.errno(), paranoid(), Confinement.ofThisProcess().seccomp()));
  }

  /// What to change, as the end of a sentence.
  ///
  /// @param paranoid value of `kernel.perf_event_paranoid`
  /// @param filtered whether this process is under a seccomp profile
  static String advice(int errno, String paranoid, boolean filtered) {
    if (errno != SystemCallException.EACCES && errno != SystemCallException.EPERM) {
      return "";
    }
    if (paranoid.matches("[3-9]")) {
      return ("; kernel.perf_event_paranoid is %s: permit it on the host with: sysctl -w"
              + " kernel.perf_event_paranoid=2")
          .formatted(paranoid);
    }
    return filtered
        ? "; this container's seccomp profile forbids it: start it with --security-opt"
            + " seccomp=docker/seccomp.json"
        : "; kernel.perf_event_paranoid is %s, so a policy of this machine forbids it"
            .formatted(paranoid);
  }

  private static String paranoid() {
    try {
      return Settings.of("/proc/sys/kernel/perf_event_paranoid");
    } catch (IOException unreadable) {
      return "not readable";
    }
  }
}
