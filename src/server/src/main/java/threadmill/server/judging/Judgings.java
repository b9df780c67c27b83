package threadmill.server.judging;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import threadmill.runner.Verdict;
import threadmill.server.judging.Judging.Purpose;
import threadmill.server.judging.Judging.State;

/// All judgings.
@ApplicationScoped
public class Judgings implements PanacheRepositoryBase<Judging, UUID> {

  Optional<Judging> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /// The next one to carry out, locked: students' before checks, each the oldest first.
  Optional<Judging> nextQueued() {
    return find(
            "state = ?1 order by case when purpose = ?2 then 1 else 0 end, createdAt, id",
            State.QUEUED,
            Purpose.CHECK)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
        .page(0, 1)
        .firstResultOptional();
  }

  List<Judging> underWay() {
    return list("state", State.JUDGING);
  }

  /// How many will be taken before one that waits.
  long before(Judging judging) {
    return count(
        "state = ?1 and (createdAt < ?2 or (createdAt = ?2 and id < ?3)) and purpose <> ?4",
        State.QUEUED,
        judging.createdAt,
        judging.id,
        Purpose.CHECK);
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

  /// What somebody has done of each exercise of a course: its id, the most points of a submission
  /// or null, and how many submissions passed.
  List<Object[]> done(UUID course, UUID account) {
    return getEntityManager()
        .createQuery(
            "select v.exerciseId, max(case when j.purpose = :submission then j.points end),"
                + " sum(case when j.purpose = :submission and j.verdict = :ok then 1 else 0 end)"
                + " from Judging j join ExerciseVersion v on v.id = j.versionId"
                + " join StoredExercise e on e.id = v.exerciseId"
                + " where e.courseId = :course and j.accountId = :account group by v.exerciseId",
            Object[].class)
        .setParameter("submission", Purpose.SUBMISSION)
        .setParameter("ok", Verdict.OK)
        .setParameter("course", course)
        .setParameter("account", account)
        .getResultList();
  }

  long unfinishedOf(UUID account) {
    return count("accountId = ?1 and state <> ?2", account, State.FINISHED);
  }

  /// The newest judgings of a version's check, one for each subject and repetition.
  public List<Judging> check(UUID version) {
    return list("versionId = ?1 and purpose = ?2 order by createdAt, id", version, Purpose.CHECK);
  }
}
