package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All threads of the program that the kernel told of. Bounded: above [#MOST_SPANS] spans short
/// ones are merged, above [#MOST_THREADS] threads further ones are left out, both counted. Owned by
/// the recording thread.
final class Tracks {
  static final int MOST_SPANS = 250_000;
  static final int MOST_THREADS = 10_000;

  private final Map<Integer, ThreadTrack> living = new HashMap<>();
  private final List<ThreadTrack> all = new ArrayList<>();
  private final Map<Integer, Integer> processes = new HashMap<>();
  private final Set<Integer> hasMain = new HashSet<>();
  private final Set<Integer> jvms = new HashSet<>();
  private final int mostSpans;
  private int lastLane;
  private int spans;
  private int lastProcess;
  private long dropped;
  private int mostLiving;
  private long grain = 500;
  private long lossAt = Long.MAX_VALUE;
  private long latest;

  /// No threads yet.
  ///
  /// @param cores how many lanes are the cores': those with the lowest ids
  Tracks(int cores) {
    this(cores, MOST_SPANS);
  }

  Tracks(int cores, int mostSpans) {
    this.lastLane = cores;
    this.mostSpans = mostSpans;
  }

  List<ThreadTrack> all() {
    return all;
  }

  long dropped() {
    return dropped;
  }

  /// How many threads live now.
  int living() {
    return living.size();
  }

  /// The most that ever lived at once; 0 when some were left out, or records of them lost.
  int mostLiving() {
    return lossAt == Long.MAX_VALUE && all.size() < MOST_THREADS ? mostLiving : 0;
  }

  /// A lane id that was not given before.
  int newLane() {
    return ++lastLane;
  }

  /// Whether a process, numbered as in [Lane#pid], is a JVM.
  boolean jvm(int process) {
    return jvms.contains(process);
  }

  boolean knows(int pid) {
    return processes.containsKey(pid);
  }

  /// Takes in a process that is the program's.
  void process(int pid) {
    processes.computeIfAbsent(pid, _ -> ++lastProcess);
  }

  /// A thread that samples of `/proc` have for the first time.
  ///
  /// @param born a moment at which it was not there yet
  /// @param named a moment at which it bore that name
  @Nullable ThreadTrack found(long born, long named, int pid, int tid, String comm) {
    return add(pid, tid, born, named, comm, tid != pid && hasMain.add(pid));
  }

  /// A thread that was there at the release.
  @Nullable ThreadTrack found(int pid, int tid, String comm, boolean main) {
    hasMain.add(pid);
    return add(pid, tid, Long.MIN_VALUE, Long.MIN_VALUE, comm, main);
  }

  void started(long at, int pid, int tid, int parentPid, int parentTid) {
    if (!knows(parentPid)) {
      return;
    }
    boolean child = pid != parentPid;
    if (child) {
      processes.remove(pid);
      hasMain.remove(pid);
      process(pid);
    }
    var parent = living.get(parentTid);
    boolean main = !child && parentTid == parentPid && hasMain.add(pid);
    add(pid, tid, at, at, parent == null ? "?" : parent.comm(), main);
    latest = at;
  }

  void named(long at, int tid, String comm) {
    var track = living.get(tid);
    if (track != null) {
      name(track, at, comm);
    }
  }

  void cameToCore(long at, int tid, int core) {
    var track = living.get(tid);
    if (track != null) {
      grew(track.cameToCore(at, core, lossAt));
    }
    latest = at;
  }

  void leftCore(long at, int tid, int core, boolean preempted) {
    var track = living.get(tid);
    if (track != null) {
      grew(track.leftCore(at, core, preempted, lossAt));
    }
    latest = at;
  }

  void exited(long at, int tid) {
    var track = living.remove(tid);
    if (track != null) {
      grew(track.exited(at));
    }
    latest = at;
  }

  /// Records were lost somewhere after the latest one before.
  void lost(long records) {
    dropped += records;
    lossAt = latest;
  }

  /// A thread cannot be watched after all.
  void unseen(ThreadTrack track) {
    living.remove(track.tid);
    track.exited(track.born);
    dropped++;
  }

  /// Spans were added to a track.
  void grew(int by) {
    spans += by;
    if (spans > mostSpans) {
      thin();
    }
  }

  /// Merges until half the room is free. What came since the last time is finer than what is there,
  /// so the grain of then is tried first.
  private void thin() {
    merge();
    while (spans > mostSpans / 2 && grain < Long.MAX_VALUE / 4) {
      grain *= 2;
      merge();
    }
  }

  private void merge() {
    for (var track : all) {
      int gone = track.spans.thin(track.spans.size(), grain);
      spans -= gone;
      dropped += gone;
    }
  }

  private @Nullable ThreadTrack add(
      int pid, int tid, long born, long named, String comm, boolean main) {
    if (all.size() >= MOST_THREADS) {
      dropped++;
      return null;
    }
    var track = new ThreadTrack(processes.getOrDefault(pid, 0), pid, tid, born, main);
    name(track, named, comm);
    living.put(tid, track);
    mostLiving = Math.max(mostLiving, living.size());
    all.add(track);
    return track;
  }

  private void name(ThreadTrack track, long at, String comm) {
    track.named(at, comm);
    if (comm.equals("VM Thread")) {
      jvms.add(track.process);
    }
  }
}
