package threadmill.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Who;
import threadmill.server.course.Course;
import threadmill.server.exercise.store.ExerciseVersion;
import threadmill.server.exercise.store.Exercises;
import threadmill.server.exercise.store.StoredExercise;
import threadmill.server.exercise.store.Versions;
import threadmill.server.judging.Judgings;
import threadmill.server.judging.StartJudging;
import threadmill.server.problem.Body;
import threadmill.server.problem.Id;
import threadmill.server.problem.RequestRefused;

/// Queues submissions to be judged anew, behind all that students wait for.
@ApplicationScoped
class StartRejudging {
  private static final int REASON_LENGTH = 500;

  private final Rejudgings rejudgings;
  private final Exercises exercises;
  private final Versions versions;
  private final ReadHanded submissions;
  private final CountResults results;
  private final Judgings judgings;
  private final StartJudging start;
  private final StaffDeeds deeds;
  private final InstantSource clock;

  StartRejudging(
      Rejudgings rejudgings,
      Exercises exercises,
      Versions versions,
      ReadHanded submissions,
      CountResults results,
      Judgings judgings,
      StartJudging start,
      StaffDeeds deeds,
      InstantSource clock) {
    this.rejudgings = rejudgings;
    this.exercises = exercises;
    this.versions = versions;
    this.submissions = submissions;
    this.results = results;
    this.judgings = judgings;
    this.start = start;
    this.deeds = deeds;
    this.clock = clock;
  }

  /// What is asked for.
  ///
  /// @param select which submissions
  /// @param submissions their ids, where they are listed
  /// @param version its number; null for the published one, or the newest where none is
  record Wanted(
      Rejudging.@Nullable Selection select,
      @Nullable List<@Nullable String> submissions,
      @Nullable Integer version,
      @Nullable String reason) {}

  @Transactional
  Rejudging begin(Who.Member by, Course course, StoredExercise shown, Wanted wanted) {
    // One set at a time: what it is to replace stays what counts until it ends.
    var exercise = exercises.findById(shown.id, LockModeType.PESSIMISTIC_WRITE);
    if (rejudgings.anyOpen(exercise.id)) {
      throw RequestRefused.with(
          409, "Submissions to this exercise are being judged anew; apply or discard that first.");
    }
    var select = Body.required("select", wanted.select());
    var reason = Words.of("reason", wanted.reason(), REASON_LENGTH);
    var version = version(exercise, wanted.version());
    var selected = selected(exercise, select, wanted.submissions());
    var rejudging = new Rejudging();
    rejudging.id = UUID.randomUUID();
    rejudging.exerciseId = exercise.id;
    rejudging.versionId = version.id;
    rejudging.selection = select;
    rejudging.reason = reason;
    rejudging.state = Rejudging.State.OPEN;
    rejudging.madeBy = by.account();
    rejudging.madeAt = clock.instant();
    rejudgings.persist(rejudging);
    for (var one : selected) {
      start.again(judgings.findById(one.submission()), one.counted(), version, rejudging.id);
    }
    deeds.wrote(
        by,
        "judges anew (%s, %d submissions, version %d)"
            .formatted(select.name().toLowerCase(Locale.ROOT), selected.size(), version.number),
        course.slug + "/" + exercise.slug);
    return rejudging;
  }

  private ExerciseVersion version(StoredExercise exercise, @Nullable Integer number) {
    if (number != null) {
      return versions
          .numbered(exercise.id, number)
          .orElseThrow(() -> RequestRefused.field("version", "is none of this exercise's"));
    }
    return exercise.publishedVersionId == null
        ? versions.newest(exercise.id).orElseThrow()
        : versions.findById(exercise.publishedVersionId);
  }

  private Collection<Handed> selected(
      StoredExercise exercise,
      Rejudging.Selection select,
      @Nullable List<@Nullable String> listed) {
    if (select != Rejudging.Selection.LISTED && listed != null) {
      throw RequestRefused.field("submissions", "goes with select LISTED");
    }
    var selected =
        switch (select) {
          case ALL -> submissions.of(List.of(exercise.id));
          case BEST -> best(exercise);
          case LISTED -> listed(exercise, Body.required("submissions", listed));
        };
    if (selected.isEmpty()) {
      throw RequestRefused.with(409, "No submission to this exercise has been judged yet.");
    }
    return selected;
  }

  private List<Handed> best(StoredExercise exercise) {
    var counted = results.of(List.of(exercise));
    return counted.accounts(exercise).stream()
        .flatMap(it -> counted.best(exercise, it).stream())
        .map(Best::handed)
        .toList();
  }

  private List<Handed> listed(StoredExercise exercise, List<@Nullable String> ids) {
    Map<UUID, Handed> known = new HashMap<>();
    submissions.of(List.of(exercise.id)).forEach(it -> known.put(it.submission(), it));
    var selected = new LinkedHashSet<Handed>();
    for (int i = 0; i < ids.size(); i++) {
      var field = "submissions[" + i + "]";
      var handed =
          Id.parse(Body.required(field, ids.get(i)))
              .flatMap(it -> Optional.ofNullable(known.get(it)))
              .orElse(null);
      if (handed == null) {
        throw RequestRefused.field(field, "is no submission to this exercise that was judged");
      }
      selected.add(handed);
    }
    return new ArrayList<>(selected);
  }
}
