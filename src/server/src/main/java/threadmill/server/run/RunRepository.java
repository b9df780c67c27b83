package threadmill.server.run;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Owner;

/// All runs.
@ApplicationScoped
public class RunRepository implements PanacheRepositoryBase<Run, UUID> {
  private static final List<RunState> UNDER_WAY = List.of(RunState.COMPILING, RunState.RUNNING);

  /// The run, its row locked until the caller's transaction ends.
  public Optional<Run> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /// The oldest queued run, locked; one that somebody else is just taking is passed over.
  public Optional<Run> nextQueued() {
    return find("state = ?1 order by createdAt, id", RunState.QUEUED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
        .page(0, 1)
        .firstResultOptional();
  }

  /// Queued runs, the next one first.
  public List<Run> queued(int most) {
    return find("state = ?1 order by createdAt, id", RunState.QUEUED).page(0, most).list();
  }

  /// Runs that some runner has, or had.
  public List<Run> underWay() {
    return list("state in ?1 order by createdAt, id", UNDER_WAY);
  }

  /// Place of a queued run: 1 for the next one.
  public int place(Run run) {
    long before =
        count(
            "state = ?1 and (createdAt < ?2 or (createdAt = ?2 and id < ?3))",
            RunState.QUEUED,
            run.createdAt,
            run.id);
    return (int) before + 1;
  }

  long queuedOf(Owner owner) {
    return count(
        "state = ?1 and (owner.guestId = ?2 or owner.accountId = ?3) and experimentId is null",
        RunState.QUEUED,
        owner.guestId(),
        owner.accountId());
  }

  long queuedFrom(String address) {
    return count("state = ?1 and clientAddress = ?2", RunState.QUEUED, address);
  }

  public long queueLength() {
    return count("state", RunState.QUEUED);
  }

  List<Run> recentOf(Owner owner, int most) {
    return find(
            "(owner.guestId = ?1 or owner.accountId = ?2) and experimentId is null"
                + " order by createdAt desc, id",
            owner.guestId(),
            owner.accountId())
        .page(0, most)
        .list();
  }

  /// Median time from being taken to the verdict over the last 50 runs; null when there are none.
  @Nullable Duration medianOfLate() {
    var millis =
        (Number)
            getEntityManager()
                .createNativeQuery(
                    """
                    select percentile_cont(0.5) within group (order by took) from (
                      select extract(epoch from finished_at - claimed_at) * 1000 as took from runs
                      where state = 'FINISHED' and claimed_at is not null
                      order by finished_at desc limit 50) late
                    """)
                .getSingleResult();
    return millis == null ? null : Duration.ofMillis(millis.longValue());
  }
}
