package threadmill.server.exercise.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threadmill.server.problem.RequestRefused;

/// When and where students see an exercise, and how often and until when they may hand in. All of
/// it is replaced at once.
///
/// @param part the heading that it stands under
/// @param position its place in its course, 0 for the first
/// @param openAt null for as soon as it is published
/// @param dueAt until when handing in counts in full; null for ever
/// @param graceMinutes after `dueAt` that still count in full; null for none
/// @param lateUntil until when a part of the points counts; null for not at all
/// @param latePercent that part, 1 to 100; comes with `lateUntil`
/// @param attempts how often one may hand in; null for any number
/// @param cooldownSeconds from one submission to the next; null for none
public record Terms(
    @Nullable String part,
    @Nullable Integer position,
    @Nullable Instant openAt,
    @Nullable Instant dueAt,
    @Nullable Integer graceMinutes,
    @Nullable Instant lateUntil,
    @Nullable Integer latePercent,
    @Nullable Integer attempts,
    @Nullable Integer cooldownSeconds) {
  private static final int PART_LENGTH = 120;
  private static final int MOST_GRACE_MINUTES = 7 * 24 * 60;
  private static final int MOST_ATTEMPTS = 1_000;
  private static final int MOST_COOLDOWN_SECONDS = 24 * 60 * 60;

  void setOn(StoredExercise stored) {
    var heading = part == null ? "" : part.strip();
    if (heading.isEmpty() || heading.length() > PART_LENGTH) {
      throw RequestRefused.field("part", "must have 1 to " + PART_LENGTH + " characters");
    } else if (position == null || position < 0) {
      throw RequestRefused.field("position", "must be 0 or more");
    } else if (openAt != null && dueAt != null && !openAt.isBefore(dueAt)) {
      throw RequestRefused.field("dueAt", "must be after openAt");
    }
    int grace = within("graceMinutes", graceMinutes, 0, MOST_GRACE_MINUTES);
    checkLate(grace);
    stored.part = heading;
    stored.position = position;
    stored.openAt = openAt;
    stored.dueAt = dueAt;
    stored.graceMinutes = grace;
    stored.lateUntil = lateUntil;
    stored.latePercent = latePercent == null ? 0 : within("latePercent", latePercent, 1, 100);
    stored.attempts = attempts == null ? null : within("attempts", attempts, 1, MOST_ATTEMPTS);
    stored.cooldownSeconds = within("cooldownSeconds", cooldownSeconds, 0, MOST_COOLDOWN_SECONDS);
  }

  private void checkLate(int grace) {
    if ((lateUntil == null) != (latePercent == null)) {
      throw RequestRefused.field("latePercent", "and lateUntil come together");
    } else if (lateUntil != null && dueAt == null) {
      throw RequestRefused.field("lateUntil", "needs a dueAt that it is later than");
    } else if (lateUntil != null
        && dueAt != null
        && !lateUntil.isAfter(dueAt.plus(Duration.ofMinutes(grace)))) {
      throw RequestRefused.field("lateUntil", "must be after dueAt and its grace");
    } else if (grace > 0 && dueAt == null) {
      throw RequestRefused.field("graceMinutes", "needs a dueAt");
    }
  }

  private static int within(String field, @Nullable Integer value, int least, int most) {
    if (value == null) {
      return least;
    } else if (value < least || value > most) {
      throw RequestRefused.field(field, "must be from %,d to %,d".formatted(least, most));
    }
    return value;
  }
}
