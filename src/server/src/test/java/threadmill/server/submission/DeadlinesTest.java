package threadmill.server.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import threadmill.server.exercise.store.StoredExercise;

class DeadlinesTest {
  private static final Instant DUE = Instant.parse("2026-11-20T23:59:59Z");
  private static final Instant LATE = DUE.plus(Duration.ofDays(2));
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static StoredExercise exercise() {
    var exercise = new StoredExercise();
    exercise.dueAt = DUE;
    exercise.graceMinutes = 10;
    exercise.lateUntil = LATE;
    exercise.latePercent = 50;
    return exercise;
  }

  @Test
  void all_counts_up_to_the_last_second_of_the_grace_and_half_from_the_next() {
    var deadlines = Deadlines.of(exercise(), null);
    assertThat(deadlines.percent(DUE)).isEqualTo(100);
    assertThat(deadlines.percent(DUE.plus(GRACE))).isEqualTo(100);
    assertThat(deadlines.late(DUE.plus(GRACE))).isFalse();
    assertThat(deadlines.percent(DUE.plus(GRACE).plusSeconds(1))).isEqualTo(50);
    assertThat(deadlines.late(DUE.plus(GRACE).plusSeconds(1))).isTrue();
  }

  @Test
  void half_counts_up_to_the_late_date_and_nothing_from_the_next_second() {
    var deadlines = Deadlines.of(exercise(), null);
    assertThat(deadlines.percent(LATE)).isEqualTo(50);
    assertThat(deadlines.percent(LATE.plusSeconds(1))).isZero();
    assertThat(deadlines.end()).isEqualTo(LATE);
  }

  @Test
  void without_a_late_date_nothing_counts_after_the_grace() {
    var exercise = exercise();
    exercise.lateUntil = null;
    exercise.latePercent = 0;
    var deadlines = Deadlines.of(exercise, null);
    assertThat(deadlines.percent(DUE.plus(GRACE))).isEqualTo(100);
    assertThat(deadlines.percent(DUE.plus(GRACE).plusSeconds(1))).isZero();
    assertThat(deadlines.end()).isEqualTo(DUE.plus(GRACE));
  }

  @Test
  void an_extension_has_the_grace_too_and_moves_the_late_date_by_as_much() {
    var extension = DUE.plus(Duration.ofDays(3));
    var deadlines = Deadlines.of(exercise(), extension);
    assertThat(deadlines.extended()).isTrue();
    assertThat(deadlines.percent(extension.plus(GRACE))).isEqualTo(100);
    assertThat(deadlines.percent(extension.plus(GRACE).plusSeconds(1))).isEqualTo(50);
    assertThat(deadlines.percent(LATE.plus(Duration.ofDays(3)))).isEqualTo(50);
    assertThat(deadlines.percent(LATE.plus(Duration.ofDays(3)).plusSeconds(1))).isZero();
  }

  @Test
  void an_extension_never_makes_anything_earlier() {
    var exercise = exercise();
    assertThat(Deadlines.of(exercise, DUE.minusSeconds(1))).isEqualTo(Deadlines.of(exercise, null));
    exercise.dueAt = null;
    exercise.lateUntil = null;
    assertThat(Deadlines.of(exercise, DUE).percent(Instant.MAX)).isEqualTo(100);
  }

  @Test
  void points_are_exact_and_never_below_none() {
    assertThat(Points.of(5, 50, 0).number()).hasToString("2.5");
    assertThat(Points.of(7, 33, 0).number()).hasToString("2.31");
    assertThat(Points.of(100, 100, 0).number()).hasToString("100");
    assertThat(Points.of(3, 100, -5).number()).hasToString("0");
    assertThat(Points.of(5, 50, 2).number()).hasToString("4.5");
  }
}
