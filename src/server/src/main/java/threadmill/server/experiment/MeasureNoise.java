package threadmill.server.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Conditions;
import threadmill.runner.RunResult;
import threadmill.runner.kernel.CoreTimes;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice;
import threadmill.runner.timeline.Timeline;
import threadmill.server.statistics.WorkSpan;

/// Reads from a timed run how much it was disturbed, and how much of it could run in parallel.
final class MeasureNoise {
  /// Fewer ticks than these of all its cores together say nothing about some percent of them.
  private static final long FEWEST_TICKS = 20;

  /// What one run shows.
  record Reading(@Nullable Noise noise, @Nullable WorkSpan workSpan) {}

  /// A moment at which a thread begins or ends to run, or to wait for a core.
  private record Edge(long at, int running, int runnable, boolean ofProgram) {}

  private MeasureNoise() {}

  static Reading read(RunResult result) {
    var timeline = result.timeline();
    var conditions = result.conditions();
    if (timeline == null || conditions == null || timeline.endNanos() <= 0) {
      return new Reading(null, null);
    }
    return sweep(timeline, conditions, result);
  }

  private static Reading sweep(Timeline timeline, Conditions conditions, RunResult result) {
    var edges = edges(timeline);
    int cores = conditions.cores().size();
    long from = 0;
    long lost = 0;
    int running = 0;
    int runnable = 0;
    int programRunning = 0;
    int programRunnable = 0;
    long idle = 0;
    var work = new ArrayList<Double>();
    for (var edge : edges) {
      long passed = edge.at() - from;
      from = edge.at();
      lost += passed * Math.max(0, Math.min(runnable, cores - running));
      int wanting = programRunning + programRunnable;
      if (wanting == 0) {
        idle += passed;
      } else {
        while (work.size() < wanting) {
          work.add(0.0);
        }
        work.set(wanting - 1, work.get(wanting - 1) + (double) passed * programRunning);
      }
      running += edge.running();
      runnable += edge.runnable();
      if (edge.ofProgram()) {
        programRunning += edge.running();
        programRunnable += edge.runnable();
      }
    }
    long end = timeline.endNanos();
    idle += Math.max(0, end - from);
    double coreNanos = (double) end * cores;
    var noise =
        new Noise(
            lost / coreNanos,
            ofTicks(conditions.busyNanos() - result.timings().cpu().toNanos(), coreNanos),
            ofTicks(conditions.stealNanos(), coreNanos),
            preemptions(timeline) * 1e9 / end);
    return new Reading(noise, new WorkSpan((double) idle, work));
  }

  /// A share of the time of cores that was counted in ticks; null where they are too few to tell.
  private static @Nullable Double ofTicks(long nanos, double coreNanos) {
    return coreNanos < FEWEST_TICKS * CoreTimes.TICK_NANOS
        ? null
        : (Double) Math.clamp(nanos / coreNanos, 0.0, 1.0);
  }

  private static List<Edge> edges(Timeline timeline) {
    var edges = new ArrayList<Edge>();
    for (var lane : timeline.lanes()) {
      if (lane.kind() == Lane.Kind.CORE || lane.kind() == Lane.Kind.VIRTUAL) {
        continue;
      }
      boolean ofProgram = lane.kind() == Lane.Kind.THREAD || lane.kind() == Lane.Kind.CARRIER;
      for (var slice : lane.slices()) {
        long from = Math.clamp(slice.from(), 0, timeline.endNanos());
        long to = Math.clamp(slice.to(), 0, timeline.endNanos());
        int running = slice.core() != null && slice.state() != Slice.State.RUNNABLE ? 1 : 0;
        int runnable = slice.state() == Slice.State.RUNNABLE ? 1 : 0;
        if (from < to && running + runnable > 0) {
          edges.add(new Edge(from, running, runnable, ofProgram));
          edges.add(new Edge(to, -running, -runnable, ofProgram));
        }
      }
    }
    edges.sort(Comparator.comparingLong(Edge::at));
    return edges;
  }

  private static long preemptions(Timeline timeline) {
    return timeline.lanes().stream()
        .filter(lane -> lane.kind() != Lane.Kind.CORE && lane.kind() != Lane.Kind.VIRTUAL)
        .flatMap(lane -> lane.slices().stream())
        .filter(slice -> slice.state() == Slice.State.RUNNABLE && slice.to() > 0)
        .count();
  }
}
