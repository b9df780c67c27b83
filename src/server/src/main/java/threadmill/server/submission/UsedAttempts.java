package threadmill.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How often somebody has handed in. What did not compile, or failed by our fault, is not counted.
@ApplicationScoped
class UsedAttempts {
  private final EntityManager database;

  UsedAttempts(EntityManager database) {
    this.database = database;
  }

  /// @param last when the last one was handed in; null for none
  record Used(long number, @Nullable Instant last) {
    static final Used NONE = new Used(0, null);

    /// When the next may come; null for at any time.
    @Nullable Instant next(int cooldownSeconds) {
      return last == null || cooldownSeconds == 0 ? null : last.plusSeconds(cooldownSeconds);
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Used of(UUID exercise, UUID account) {
    return of(List.of(exercise), account).getOrDefault(exercise, Used.NONE);
  }

  /// By exercise; nothing for those that they have not handed in to.
  @Transactional(Transactional.TxType.MANDATORY)
  Map<UUID, Used> of(List<UUID> exercises, UUID account) {
    var used = new HashMap<UUID, Used>();
    database
        .createQuery(
            """
            select v.exerciseId, count(*), max(s.createdAt)
            from Judging s join ExerciseVersion v on v.id = s.versionId
            where s.purpose = SUBMISSION and s.accountId = ?1 and v.exerciseId in ?2
              and (s.verdict is null
                or s.verdict not in (COMPILE_ERROR, CANCELLED, INTERNAL_ERROR))
            group by v.exerciseId\
            """,
            Object[].class)
        .setParameter(1, account)
        .setParameter(2, exercises)
        .getResultStream()
        .forEach(it -> used.put((UUID) it[0], new Used((Long) it[1], (Instant) it[2])));
    return used;
  }

  /// The exercises that somebody has tried at least.
  @Transactional(Transactional.TxType.MANDATORY)
  Set<UUID> begun(List<UUID> exercises, UUID account) {
    return database
        .createQuery(
            """
            select distinct v.exerciseId
            from Judging s join ExerciseVersion v on v.id = s.versionId
            where s.accountId = ?1 and v.exerciseId in ?2\
            """,
            UUID.class)
        .setParameter(1, account)
        .setParameter(2, exercises)
        .getResultStream()
        .collect(Collectors.toSet());
  }
}
