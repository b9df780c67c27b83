package threadmill.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.exercise.store.ExerciseView;
import threadmill.server.exercise.store.ReadExercises;
import threadmill.server.exercise.store.ReadExercises.Shown;
import threadmill.server.exercise.store.Standing;
import threadmill.server.exercise.store.StoredExercise;

/// How somebody stands in exercises.
@ApplicationScoped
public class ReadStandings {
  private final ReadExercises exercises;
  private final CountResults results;
  private final UsedAttempts attempts;
  private final InstantSource clock;

  ReadStandings(
      ReadExercises exercises, CountResults results, UsedAttempts attempts, InstantSource clock) {
    this.exercises = exercises;
    this.results = results;
    this.attempts = attempts;
    this.clock = clock;
  }

  @Transactional
  public Standing of(StoredExercise exercise, UUID account) {
    return standing(
        exercise,
        account,
        results.of(List.of(exercise), account),
        attempts.of(exercise.id, account));
  }

  /// Exercises as their course's list shows them to somebody.
  @Transactional
  public List<ExerciseView.Summary> summaries(List<Shown> all, UUID account) {
    var stored = all.stream().map(Shown::exercise).toList();
    var counted = results.of(stored, account);
    var begun = attempts.begun(stored.stream().map(it -> it.id).toList(), account);
    return all.stream()
        .map(it -> {
          var exercise = it.exercise();
          var mine = begun.contains(exercise.id) ? mine(exercise, account, counted) : null;
          return exercises.summary(it, counted.deadlines(exercise, account).dueAt(), mine);
        })
        .toList();
  }

  private static ExerciseView.Mine mine(
      StoredExercise exercise, UUID account, CountResults.Counted counted) {
    var best = counted.best(exercise, account).orElse(null);
    return new ExerciseView.Mine(
        best == null ? null : best.points().number(),
        counted.solved(exercise, account),
        best != null && best.late());
  }

  private Standing standing(
      StoredExercise exercise, UUID account, CountResults.Counted counted, UsedAttempts.Used used) {
    var deadlines = counted.deadlines(exercise, account);
    var best = counted.best(exercise, account).orElse(null);
    return new Standing(
        deadlines.dueAt(),
        deadlines.extended(),
        deadlines.lateUntil(),
        used.number(),
        nextAt(exercise, used),
        best == null ? null : best.points().number(),
        best == null ? null : best.handed().submission().toString(),
        best == null ? null : best.handed().verdict(),
        best == null ? null : best.handed().at(),
        best != null && best.late());
  }

  private @Nullable Instant nextAt(StoredExercise exercise, UsedAttempts.Used used) {
    var most = exercise.attempts;
    if (most != null && used.number() >= most) {
      return null;
    }
    var next = used.next(exercise.cooldownSeconds);
    return next != null && next.isAfter(clock.instant()) ? next : null;
  }
}
