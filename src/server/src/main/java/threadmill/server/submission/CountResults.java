package threadmill.server.submission;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import threadmill.runner.Verdict;
import threadmill.server.exercise.store.StoredExercise;

/// The one place that says what counts for a student in an exercise. It is computed whenever it is
/// asked for, by the dates as they stand then: an extension that is given afterwards counts at
/// once.
@ApplicationScoped
class CountResults {
  private final ReadHanded submissions;
  private final Extensions extensions;

  CountResults(ReadHanded submissions, Extensions extensions) {
    this.submissions = submissions;
    this.extensions = extensions;
  }

  /// All that decides what counts in some exercises.
  record Counted(Map<UUID, Map<UUID, List<Handed>>> handed, Map<Extension.Key, Instant> dueDates) {

    static Counted of(Collection<Handed> handed, Map<Extension.Key, Instant> dueDates) {
      return new Counted(
          handed.stream().collect(groupingBy(Handed::exercise, groupingBy(Handed::account))),
          dueDates);
    }

    Deadlines deadlines(StoredExercise exercise, UUID account) {
      return Deadlines.of(exercise, dueDates.get(new Extension.Key(exercise.id, account)));
    }

    /// What counts for somebody; empty where nothing of theirs has been judged.
    Optional<Best> best(StoredExercise exercise, UUID account) {
      var all = handed.getOrDefault(exercise.id, Map.of()).getOrDefault(account, List.of());
      return Best.of(all, deadlines(exercise, account));
    }

    /// Whether a submission of somebody's passed.
    boolean solved(StoredExercise exercise, UUID account) {
      return handed.getOrDefault(exercise.id, Map.of()).getOrDefault(account, List.of()).stream()
          .anyMatch(it -> it.verdict() == Verdict.OK);
    }

    /// Who has handed in to an exercise.
    Set<UUID> accounts(StoredExercise exercise) {
      return handed.getOrDefault(exercise.id, Map.of()).keySet();
    }
  }

  /// For everybody.
  @Transactional(Transactional.TxType.MANDATORY)
  Counted of(List<StoredExercise> exercises) {
    var ids = ids(exercises);
    return Counted.of(submissions.of(ids), extensions.dueDates(ids));
  }

  /// For one student.
  @Transactional(Transactional.TxType.MANDATORY)
  Counted of(List<StoredExercise> exercises, UUID account) {
    var ids = ids(exercises);
    return Counted.of(submissions.of(ids, account), extensions.dueDates(ids));
  }

  private static List<UUID> ids(List<StoredExercise> exercises) {
    return exercises.stream().map(it -> it.id).toList();
  }
}
