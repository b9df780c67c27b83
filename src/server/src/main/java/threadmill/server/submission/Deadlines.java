package threadmill.server.submission;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threadmill.server.exercise.store.StoredExercise;

/// Until when what one student hands in counts.
///
/// @param dueAt null for ever
/// @param extended whether it is another one than the exercise's
/// @param grace after `dueAt`, in which all still counts
/// @param lateUntil until when a part counts; null for not at all
/// @param latePercent that part, 0 where there is none
record Deadlines(
    @Nullable Instant dueAt,
    boolean extended,
    Duration grace,
    @Nullable Instant lateUntil,
    int latePercent) {
  private static final int ALL = 100;

  /// An extension moves the late date by as much as the due date, and never makes anything earlier.
  ///
  /// @param extension another due date; null for none
  static Deadlines of(StoredExercise exercise, @Nullable Instant extension) {
    var due = exercise.dueAt;
    var late = exercise.lateUntil;
    var grace = Duration.ofMinutes(exercise.graceMinutes);
    if (due == null || extension == null || !extension.isAfter(due)) {
      return new Deadlines(due, false, grace, late, exercise.latePercent);
    }
    return new Deadlines(
        extension,
        true,
        grace,
        late == null ? null : late.plus(Duration.between(due, extension)),
        exercise.latePercent);
  }

  /// The percentage of its points that a submission gets: 100, that of late ones, or 0 when it came
  /// after everything. Who hands in at the very instant is in time.
  int percent(Instant handedIn) {
    if (dueAt == null || !handedIn.isAfter(dueAt.plus(grace))) {
      return ALL;
    }
    return lateUntil != null && !handedIn.isAfter(lateUntil) ? latePercent : 0;
  }

  /// Whether a submission comes after what counts in full.
  boolean late(Instant handedIn) {
    return dueAt != null && handedIn.isAfter(dueAt.plus(grace));
  }

  /// The last instant at which anything counts; null for ever.
  @Nullable Instant end() {
    if (dueAt == null) {
      return null;
    }
    return lateUntil == null ? dueAt.plus(grace) : lateUntil;
  }
}
