package threadmill.server.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threadmill.server.judging.Judgings.Waiting;

/// How long it takes until a judging that waits has ended: the sum of medians over what is before
/// it, the rest of what is under way, and itself. Each median is that of the last 20 judgings by
/// the same version; where one is not known nothing is said.
@ApplicationScoped
class EstimateWait {
  private final Judgings judgings;
  private final InstantSource clock;

  EstimateWait(Judgings judgings, InstantSource clock) {
    this.judgings = judgings;
    this.clock = clock;
  }

  /// In whole seconds, rounded up; null where it cannot be known.
  ///
  /// @param before what is taken before it
  @Nullable Long seconds(Judging judging, List<Waiting> before) {
    var all = new ArrayList<>(before);
    judgings.underWay().forEach(it -> all.add(waiting(it)));
    all.add(waiting(judging));
    var medians = new HashMap<Waiting, Optional<Duration>>();
    var sum = Duration.ZERO;
    for (var one : all) {
      var kind = new Waiting(one.versionId(), one.purpose(), null);
      var median =
          medians.computeIfAbsent(
              kind, it -> Optional.ofNullable(judgings.medianOfLate(it.versionId(), it.trial())));
      if (median.isEmpty()) {
        return null;
      }
      sum = sum.plus(left(one, median.get()));
    }
    return sum.plusSeconds(1).minusNanos(1).toSeconds();
  }

  private Duration left(Waiting one, Duration median) {
    var claimedAt = one.claimedAt();
    if (claimedAt == null) {
      return median;
    }
    var left = median.minus(Duration.between(claimedAt, clock.instant()));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Waiting waiting(Judging judging) {
    return new Waiting(judging.versionId, judging.purpose, judging.claimedAt);
  }
}
