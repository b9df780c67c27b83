package threadmill.runner.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import threadmill.runner.diagnosis.Finding.LockContention;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice.State;

/// Finds locks that threads waited for. A park counts where its lock was seen to have an owner: a
/// queue or a latch has none.
final class Locks {
  private final List<Evidence> waits = new ArrayList<>();
  private final Set<Integer> waiters = new HashSet<>();
  private final Map<Integer, Long> holders = new HashMap<>();
  private long waited;

  private Locks() {}

  static List<Finding> contended(Profile profile) {
    Map<String, Locks> byLock = new HashMap<>();
    for (var lane : profile.program) {
      for (var slice : lane.slices()) {
        var detail = slice.detail();
        if (detail != null
            && detail.lock() != null
            && (slice.state() == State.BLOCKED || slice.state() == State.PARKED)) {
          byLock
              .computeIfAbsent(detail.lock(), _ -> new Locks())
              .add(
                  lane,
                  new Evidence(lane.id(), slice.from(), slice.to()),
                  slice.state(),
                  detail.owner());
        }
      }
    }
    return byLock.entrySet().stream()
        .filter(entry -> entry.getValue().owned)
        .map(entry -> entry.getValue().finding(entry.getKey(), profile))
        .filter(found -> found.share() >= Thresholds.LOCK)
        .sorted(Comparator.comparingDouble(LockContention::share).reversed())
        .map(Finding.class::cast)
        .toList();
  }

  private boolean owned;

  private void add(
      Lane lane, Evidence wait, State state, @org.jspecify.annotations.Nullable Integer owner) {
    owned |= state == State.BLOCKED || owner != null;
    waits.add(wait);
    waiters.add(lane.id());
    waited += wait.nanos();
    if (owner != null) {
      holders.merge(owner, wait.nanos(), Long::sum);
    }
  }

  private LockContention finding(String lock, Profile profile) {
    var holder =
        holders.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    return new LockContention(
        (double) waited / profile.end,
        lock,
        holder.map(profile::name).orElse(null),
        waited,
        waiters.size(),
        Profile.longest(waits));
  }
}
