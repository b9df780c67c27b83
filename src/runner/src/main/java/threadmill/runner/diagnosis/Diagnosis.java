package threadmill.runner.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Lane.Kind;
import threadmill.runner.timeline.Slice.State;
import threadmill.runner.timeline.Timeline;

/// Tells why a program was slow, from its timeline alone. A finding below its threshold is left
/// out; so may be all of them.
public final class Diagnosis {
  private Diagnosis() {}

  /// What is found, what matters most first: what the program was bound by, then what held it up.
  public static List<Finding> of(Timeline timeline) {
    var profile = new Profile(timeline);
    if (profile.end < Thresholds.SHORTEST_RUN || profile.program.isEmpty()) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    found.addAll(Locks.contended(profile));
    found.addAll(Pools.starved(profile));
    bound(profile, found);
    serial(profile, found);
    imbalance(profile, found);
    oversubscription(profile, found);
    pinned(profile, found);
    collection(profile, found);
    idleCores(profile, found);
    return found;
  }

  private static void bound(Profile profile, List<Finding> found) {
    double busy = (double) profile.time(m -> m.running() + m.ready() > 0) / profile.end;
    if (busy >= Thresholds.CPU_BOUND) {
      var evidence = Profile.slices(profile.program, slice -> slice.state() == State.RUNNING);
      found.add(new Finding.CpuBound(busy, evidence));
      return;
    }
    double quiet = 1 - busy;
    long io = waits(profile, State.IO);
    long sleeping = waits(profile, State.SLEEPING);
    boolean sleeps = sleeping > io;
    var state = sleeps ? State.SLEEPING : State.IO;
    var evidence = Profile.slices(profile.program, slice -> slice.state() == state);
    // Waits of a kind that nothing tells must not be taken for these.
    if (quiet >= Thresholds.IO_BOUND && io + sleeping >= quiet * profile.end * Thresholds.IO_PART) {
      found.add(new Finding.IoBound(quiet, sleeps, evidence));
    }
  }

  private static long waits(Profile profile, State state) {
    return profile.program.stream().mapToLong(lane -> Profile.time(lane, state)).sum();
  }

  private static void serial(Profile profile, List<Finding> found) {
    if (profile.cores.size() < 2) {
      return;
    }
    var alone = profile.byOnly(m -> m.waiting() > 0);
    long time = alone.values().stream().mapToLong(Long::longValue).sum();
    double share = (double) time / profile.end;
    boolean parallel = profile.time(m -> m.running() + m.ready() > 1) >= 0.05 * profile.end;
    if (share >= Thresholds.SERIAL && parallel) {
      int longest =
          alone.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      var evidence = profile.stretches(m -> m.only() == longest && m.waiting() > 0, longest);
      found.add(new Finding.SerialSection(share, profile.name(longest), evidence));
    }
  }

  private static void imbalance(Profile profile, List<Finding> found) {
    var workers =
        profile.program.stream()
            .filter(lane -> !lane.name().equals("main"))
            .filter(lane -> Profile.time(lane, State.RUNNING) >= Thresholds.WORKER * profile.end)
            .toList();
    if (workers.size() < 2) {
      return;
    }
    long total = workers.stream().mapToLong(lane -> Profile.time(lane, State.RUNNING)).sum();
    double mean = (double) total / workers.size();
    Lane busiest = workers.getFirst();
    for (var worker : workers) {
      if (Profile.time(worker, State.RUNNING) > Profile.time(busiest, State.RUNNING)) {
        busiest = worker;
      }
    }
    double times = Profile.time(busiest, State.RUNNING) / mean;
    if (times >= Thresholds.IMBALANCE) {
      var evidence = Profile.slices(List.of(busiest), slice -> slice.state() == State.RUNNING);
      double share = (double) Profile.time(busiest, State.RUNNING) / profile.end;
      found.add(new Finding.Imbalance(share, busiest.name(), times, evidence));
    }
  }

  private static void oversubscription(Profile profile, List<Finding> found) {
    long ready = waits(profile, State.RUNNABLE);
    long running = waits(profile, State.RUNNING);
    double share = ready == 0 ? 0 : (double) ready / (ready + running);
    if (share >= Thresholds.OVERSUBSCRIPTION) {
      var evidence = Profile.slices(profile.program, slice -> slice.state() == State.RUNNABLE);
      found.add(new Finding.Oversubscription(share, evidence));
    }
  }

  private static void pinned(Profile profile, List<Finding> found) {
    double share = (double) waits(profile, State.PINNED) / profile.end;
    if (share >= Thresholds.PINNED) {
      var evidence = Profile.slices(profile.program, slice -> slice.state() == State.PINNED);
      found.add(new Finding.PinnedVirtualThreads(share, evidence));
    }
  }

  /// The serial collector works in the VM Thread, which else has next to nothing to do.
  private static void collection(Profile profile, List<Finding> found) {
    var lanes =
        profile.all.stream()
            .filter(lane ->
                lane.kind() == Kind.GC
                    || (lane.kind() == Kind.VM && Objects.equals(lane.name(), "VM Thread")))
            .toList();
    long time = lanes.stream().mapToLong(lane -> Profile.time(lane, State.RUNNING)).sum();
    double share = (double) time / profile.end;
    if (share >= Thresholds.GC) {
      var evidence = Profile.slices(lanes, slice -> slice.state() == State.RUNNING);
      found.add(new Finding.GarbageCollection(share, evidence));
    }
  }

  private static void idleCores(Profile profile, List<Finding> found) {
    int cores = profile.cores.size();
    long working = profile.time(m -> m.running() > 0);
    if (cores < 2 || working < Thresholds.CPU_BOUND * profile.end) {
      return;
    }
    long busy = profile.moments.stream().mapToLong(m -> m.nanos() * m.running()).sum();
    double share = 1 - (double) busy / cores / profile.end;
    if (share >= Thresholds.IDLE_CORES) {
      var idlest = profile.cores.getFirst();
      for (var core : profile.cores) {
        if (Profile.time(core, State.RUNNING) < Profile.time(idlest, State.RUNNING)) {
          idlest = core;
        }
      }
      var evidence = gaps(idlest, profile.end);
      found.add(new Finding.IdleCores(share, cores, evidence));
    }
  }

  private static List<Evidence> gaps(Lane core, long end) {
    List<Evidence> gaps = new ArrayList<>();
    long free = 0;
    for (var slice : core.slices()) {
      if (slice.from() > free) {
        gaps.add(new Evidence(core.id(), free, slice.from()));
      }
      free = Math.max(free, slice.to());
    }
    if (end > free) {
      gaps.add(new Evidence(core.id(), free, end));
    }
    return Profile.longest(gaps);
  }
}
