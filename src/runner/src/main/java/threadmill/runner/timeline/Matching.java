package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.ThreadState.Activity;

/// Which Java threads a thread of the kernel can be.
///
/// The native name alone leaves several (`ForkJoinPool-1-worker-1` and `-2` are both
/// `ForkJoinPool-1-`), so what cannot be is ruled out: a Java thread was sampled before the kernel
/// started the other, or after it ended; the kernel had named it, yet the sample did not have it;
/// its status changed between two samples while the other did not run, and a thread sets its status
/// itself; the CPU time that it had used is not what the other had ([CpuTimes]). A sample is not
/// taken in one instant, so each bound is the sample beside it. A Java thread that can be only one
/// is that one. Whatever then still is open stays open: [#of] gives all that it can be.
final class Matching {
  private static final int MOST_CHECKED = 200;

  private final Map<ThreadTrack, List<JavaThread>> candidates = new HashMap<>();
  private final Map<JavaThread, ThreadTrack> only = new HashMap<>();

  Matching(List<ThreadTrack> tracks, JavaThreads threads) {
    Map<String, List<ThreadTrack>> byName = new HashMap<>();
    for (var track : tracks) {
      if (track.process == 1 && !track.leader) {
        track.namings.stream()
            .map(naming -> naming.comm())
            .distinct()
            .forEach(name -> byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(track));
        if (track.main && track.namings.size() == 1) {
          byName.computeIfAbsent("main", _ -> new ArrayList<>()).add(track);
        }
      }
    }
    Map<JavaThread, List<ThreadTrack>> possible = new HashMap<>();
    for (var thread : threads.all()) {
      List<ThreadTrack> tracksOf = new ArrayList<>();
      for (var name : thread.nativeNames) {
        for (var track : byName.getOrDefault(name, List.of())) {
          if (!tracksOf.contains(track)
              && canBe(track, thread, threads, name)
              && CpuTimes.fit(track, thread, threads)) {
            tracksOf.add(track);
          }
        }
      }
      possible.put(thread, tracksOf);
    }
    settle(possible);
    possible.forEach((thread, tracksOf) ->
        tracksOf.forEach(
            track -> candidates.computeIfAbsent(track, _ -> new ArrayList<>()).add(thread)));
    possible.forEach((thread, tracksOf) -> {
      if (tracksOf.size() == 1 && of(tracksOf.getFirst()).size() == 1) {
        only.put(thread, tracksOf.getFirst());
      }
    });
  }

  /// All Java threads that a thread can be; one when it is known, none when no sample had it.
  List<JavaThread> of(ThreadTrack track) {
    return candidates.getOrDefault(track, List.of());
  }

  /// The thread of the kernel that a Java thread is, or null where several can be.
  @Nullable ThreadTrack trackOf(@Nullable JavaThread thread) {
    return thread == null ? null : only.get(thread);
  }

  private static void settle(Map<JavaThread, List<ThreadTrack>> possible) {
    Map<ThreadTrack, JavaThread> settled = new HashMap<>();
    boolean more = true;
    while (more) {
      more = false;
      for (var entry : possible.entrySet()) {
        var tracks = entry.getValue();
        tracks.removeIf(
            track -> settled.containsKey(track) && settled.get(track) != entry.getKey());
        if (tracks.size() == 1 && settled.putIfAbsent(tracks.getFirst(), entry.getKey()) == null) {
          more = true;
        }
      }
    }
  }

  private static boolean canBe(
      ThreadTrack track, JavaThread thread, JavaThreads threads, String name) {
    if (track.born > threads.sampleAfter(thread.first)) {
      return false;
    }
    for (var naming : track.namings) {
      if (naming.comm().equals(name) && naming.at() < threads.sampleBefore(thread.before)) {
        return false;
      }
    }
    for (int i = 0; i < Math.min(thread.changes(), MOST_CHECKED); i++) {
      long at = thread.changedAt(i);
      long earlier = threads.sampleBefore(at);
      if (thread.activity(i) == Activity.ENDED) {
        break;
      }
      if (track.ended < earlier) {
        return false;
      }
      if (i > 0
          && changedByItself(thread.activity(i - 1), thread.activity(i))
          && !track.mayHaveRun(threads.sampleBefore(earlier), threads.sampleAfter(at))) {
        return false;
      }
    }
    return true;
  }

  /// `notify` makes a waiting thread a blocked one without its doing.
  private static boolean changedByItself(Activity before, Activity after) {
    var from = status(before);
    var to = status(after);
    return from != to && !(from == Activity.WAITING && to == Activity.BLOCKED);
  }

  /// What the status word itself said; the rest is what was found out about it.
  private static Activity status(Activity activity) {
    return switch (activity) {
      case IO -> Activity.RUNNABLE;
      case REENTERING -> Activity.BLOCKED;
      case PINNED -> Activity.PARKED;
      case RUNNABLE, BLOCKED, WAITING, PARKED, SLEEPING, ENDED -> activity;
    };
  }
}
