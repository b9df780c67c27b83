package threadmill.server.judging;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;
import threadmill.server.judging.Judging.Purpose;
import threadmill.server.judging.Judging.State;

/// All judgings.
@ApplicationScoped
public class Judgings implements PanacheRepositoryBase<Judging, UUID> {

  Optional<Judging> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /// The next one to carry out, locked: students' before checks before judgings anew, each the
  /// oldest first.
  Optional<Judging> nextQueued() {
    return find(
            "state = ?1 order by case when purpose = ?2 then 1 when purpose = ?3 then 2 else 0 end,"
                + " createdAt, id",
            State.QUEUED,
            Purpose.CHECK,
            Purpose.REJUDGING)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
        .page(0, 1)
        .firstResultOptional();
  }

  List<Judging> underWay() {
    return list("state", State.JUDGING);
  }

  /// The students' that will be taken before one that waits.
  List<Waiting> before(Judging judging) {
    return getEntityManager()
        .createQuery(
            "select versionId, purpose, claimedAt from Judging where state = ?1"
                + " and (createdAt < ?2 or (createdAt = ?2 and id < ?3)) and purpose in ?4",
            Object[].class)
        .setParameter(1, State.QUEUED)
        .setParameter(2, judging.createdAt)
        .setParameter(3, judging.id)
        .setParameter(4, List.of(Purpose.SUBMISSION, Purpose.TRIAL))
        .getResultStream()
        .map(it -> new Waiting((UUID) it[0], (Purpose) it[1], (Instant) it[2]))
        .toList();
  }

  /// What decides how long a judging takes.
  ///
  /// @param claimedAt since when it is under way; null for one that waits
  record Waiting(UUID versionId, Purpose purpose, @Nullable Instant claimedAt) {
    boolean trial() {
      return purpose == Purpose.TRIAL;
    }
  }

  /// Median time from being taken to the verdict over the last judgings by a version; null where
  /// there are none.
  ///
  /// @param trial whether of those that leave hidden entries out
  @Nullable Duration medianOfLate(UUID version, boolean trial) {
    var seconds =
        (Number)
            getEntityManager()
                .createNativeQuery(
                    """
                    select percentile_cont(0.5) within group (order by took) from (
                      select extract(epoch from finished_at - claimed_at) as took from judgings
                      where version_id = ?1 and (purpose = 'TRIAL') = ?2 and state = 'FINISHED'
                        and claimed_at is not null and verdict <> 'INTERNAL_ERROR'
                      order by finished_at desc limit 20) late
                    """)
                .setParameter(1, version)
                .setParameter(2, trial)
                .getSingleResult();
    return seconds == null ? null : Duration.ofMillis((long) (1_000 * seconds.doubleValue()));
  }

  /// What was judged anew of a submission and has replaced something, the oldest first.
  List<Judging> applied(UUID submission) {
    return list(
        "submissionId = ?1 and rejudgingId in (select id from Rejudging where state = APPLIED)"
            + " order by finishedAt, id",
        submission);
  }

  /// The judgings of a set of judgings anew.
  public List<Judging> ofRejudging(UUID rejudging) {
    return list("rejudgingId = ?1 order by createdAt, id", rejudging);
  }

  /// Forgets those of a set that nobody has begun with.
  public void forgetQueued(UUID rejudging) {
    delete("rejudgingId = ?1 and state = ?2", rejudging, State.QUEUED);
  }

  /// Somebody's judgings by any version of an exercise, newest first.
  public List<Judging> of(UUID exercise, UUID account, Purpose purpose) {
    return list(
        "accountId = ?1 and purpose = ?2 and versionId in"
            + " (select id from ExerciseVersion where exerciseId = ?3) order by createdAt desc",
        account,
        purpose,
        exercise);
  }

  long unfinishedOf(UUID account) {
    return count("accountId = ?1 and state <> ?2", account, State.FINISHED);
  }

  /// The newest judgings of a version's check, one for each subject and repetition.
  public List<Judging> check(UUID version) {
    return list("versionId = ?1 and purpose = ?2 order by createdAt, id", version, Purpose.CHECK);
  }
}
