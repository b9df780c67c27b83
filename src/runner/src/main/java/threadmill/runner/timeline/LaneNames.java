package threadmill.runner.timeline;

import java.util.List;
import threadmill.runner.timeline.Lane.Kind;

/// Name and kind of a thread's lane: of the Java thread that it is; where it can be several, the
/// part that their names share and a `*`; else the kernel's name.
record LaneNames(String name, Kind kind) {

  static LaneNames of(ThreadTrack track, List<JavaThread> candidates, boolean jvm) {
    if (candidates.size() == 1) {
      var thread = candidates.getFirst();
      return new LaneNames(thread.name(), NativeName.kindOfJava(thread.name(), thread.carrier()));
    }
    if (candidates.size() > 1) {
      var thread = candidates.getFirst();
      boolean carriers = candidates.stream().allMatch(JavaThread::carrier);
      return new LaneNames(shared(candidates), NativeName.kindOfJava(thread.name(), carriers));
    }
    if (jvm && track.leader) {
      return new LaneNames(track.comm(), Kind.VM);
    }
    if (jvm && track.main && track.namings.size() == 1) {
      return new LaneNames("main", Kind.THREAD);
    }
    return new LaneNames(track.comm(), NativeName.kindOfNative(track.comm()));
  }

  private static String shared(List<JavaThread> candidates) {
    var name = candidates.getFirst().name();
    int length = name.length();
    for (var other : candidates) {
      int common = 0;
      while (common < Math.min(length, other.name().length())
          && name.charAt(common) == other.name().charAt(common)) {
        common++;
      }
      length = common;
    }
    boolean same = candidates.stream().allMatch(other -> other.name().equals(name));
    return same ? name : name.substring(0, length) + "*";
  }
}
