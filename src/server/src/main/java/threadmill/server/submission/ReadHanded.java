package threadmill.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;

/// Reads submissions that have been judged, each with the result that counts for it.
@ApplicationScoped
class ReadHanded {
  private static final String FINISHED =
      """
      select s.id, v.exerciseId, s.accountId, s.createdAt, c.id, c.verdict, c.points,
        (select coalesce(sum(a.points), 0) from PointAdjustment a where a.submissionId = s.id)
      from Judging s
      join ExerciseVersion v on v.id = s.versionId
      join Judging c on c.id = coalesce(s.countedId, s.id)
      where s.purpose = SUBMISSION and s.state = FINISHED and s.accountId is not null
        and v.exerciseId in ?1\
      """;

  private final EntityManager database;

  ReadHanded(EntityManager database) {
    this.database = database;
  }

  /// Everybody's.
  @Transactional(Transactional.TxType.MANDATORY)
  List<Handed> of(List<UUID> exercises) {
    return database
        .createQuery(FINISHED, Object[].class)
        .setParameter(1, exercises)
        .getResultStream()
        .map(ReadHanded::handed)
        .toList();
  }

  /// Somebody's.
  @Transactional(Transactional.TxType.MANDATORY)
  List<Handed> of(List<UUID> exercises, UUID account) {
    return database
        .createQuery(FINISHED + " and s.accountId = ?2", Object[].class)
        .setParameter(1, exercises)
        .setParameter(2, account)
        .getResultStream()
        .map(ReadHanded::handed)
        .toList();
  }

  private static Handed handed(@Nullable Object[] row) {
    return new Handed(
        (UUID) present(row[0]),
        (UUID) present(row[1]),
        (UUID) present(row[2]),
        (Instant) present(row[3]),
        (UUID) present(row[4]),
        (Verdict) present(row[5]),
        row[6] == null ? 0 : (Integer) row[6],
        ((Number) present(row[7])).longValue());
  }

  private static Object present(@Nullable Object value) {
    return Objects.requireNonNull(value);
  }
}
