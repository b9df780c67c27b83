package threadmill.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import threadmill.runner.Verdict;
import threadmill.server.access.Who;
import threadmill.server.course.Course;
import threadmill.server.exercise.store.StoredExercise;
import threadmill.server.judging.Judging;
import threadmill.server.judging.Judgings;
import threadmill.server.problem.RequestRefused;

/// Applies a set of judgings anew, or discards it.
@ApplicationScoped
class EndRejudging {
  /// Our own failures replace nobody's result.
  static final Set<Verdict> NO_RESULT = Set.of(Verdict.INTERNAL_ERROR, Verdict.CANCELLED);

  private final Rejudgings rejudgings;
  private final Judgings judgings;
  private final StaffDeeds deeds;
  private final InstantSource clock;

  EndRejudging(Rejudgings rejudgings, Judgings judgings, StaffDeeds deeds, InstantSource clock) {
    this.rejudgings = rejudgings;
    this.judgings = judgings;
    this.deeds = deeds;
    this.clock = clock;
  }

  /// From here on the new results count. The old ones are kept.
  @Transactional
  void apply(Who.Member by, Course course, StoredExercise exercise, UUID id) {
    var rejudging = open(id);
    var all = judgings.ofRejudging(id);
    long left = all.stream().filter(it -> it.state != Judging.State.FINISHED).count();
    if (left > 0) {
      throw RequestRefused.with(
          409, "%d of %d are still to be judged; apply it then.".formatted(left, all.size()));
    }
    int replaced = 0;
    for (var anew : all) {
      if (replaces(anew)) {
        judgings.findById(Objects.requireNonNull(anew.submissionId)).countedId = anew.id;
        replaced++;
      }
    }
    end(by, rejudging, Rejudging.State.APPLIED);
    deeds.wrote(
        by,
        "applied judgings anew (%d results replaced)".formatted(replaced),
        course.slug + "/" + exercise.slug);
  }

  /// Nothing changes for anybody, and what has not been judged yet is not judged any more.
  @Transactional
  void discard(Who.Member by, Course course, StoredExercise exercise, UUID id) {
    end(by, open(id), Rejudging.State.DISCARDED);
    judgings.forgetQueued(id);
    deeds.wrote(by, "discarded judgings anew", course.slug + "/" + exercise.slug);
  }

  static boolean replaces(Judging anew) {
    return anew.verdict != null && !NO_RESULT.contains(anew.verdict);
  }

  private void end(Who.Member by, Rejudging rejudging, Rejudging.State state) {
    rejudging.state = state;
    rejudging.endedBy = by.account();
    rejudging.endedAt = clock.instant();
  }

  private Rejudging open(UUID id) {
    var rejudging = rejudgings.locked(id).orElseThrow(ReadRejudging::none);
    if (rejudging.state != Rejudging.State.OPEN) {
      throw RequestRefused.with(409, "This was applied or discarded already.");
    }
    return rejudging;
  }
}
