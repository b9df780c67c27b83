package threadmill.server.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Memberships;
import threadmill.server.access.Who;
import threadmill.server.account.Account;
import threadmill.server.course.Course;
import threadmill.server.exercise.store.StoredExercise;
import threadmill.server.problem.Body;
import threadmill.server.problem.Id;
import threadmill.server.problem.RequestRefused;

/// Gives a student another due date, and takes it back.
@ApplicationScoped
class GiveExtension {
  private static final int REASON_LENGTH = 500;

  private final Extensions extensions;
  private final Memberships memberships;
  private final StaffDeeds deeds;
  private final InstantSource clock;

  GiveExtension(
      Extensions extensions, Memberships memberships, StaffDeeds deeds, InstantSource clock) {
    this.extensions = extensions;
    this.memberships = memberships;
    this.deeds = deeds;
    this.clock = clock;
  }

  /// What is asked for.
  record Wanted(@Nullable Instant dueAt, @Nullable String reason) {}

  /// An extension, as staff see it.
  ///
  /// @param givenBy name of who gave it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String account,
      String login,
      String name,
      Instant dueAt,
      String reason,
      String givenBy,
      Instant givenAt) {}

  /// All extensions for an exercise, the earliest first.
  record Page(List<View> extensions) {}

  @Transactional
  Page all(StoredExercise exercise) {
    var all = extensions.ofExercise(exercise.id);
    var accounts = deeds.accounts(all.stream().map(it -> it.key.accountId()).toList());
    return new Page(
        all.stream()
            .map(it -> view(it, Objects.requireNonNull(accounts.get(it.key.accountId()))))
            .toList());
  }

  @Transactional
  View give(Who.Member by, Course course, StoredExercise exercise, String id, Wanted wanted) {
    var account = member(course, id);
    var dueAt = Body.required("dueAt", wanted.dueAt());
    var reason = Words.of("reason", wanted.reason(), REASON_LENGTH);
    if (exercise.dueAt == null) {
      throw RequestRefused.with(409, "This exercise is never due, so nobody needs more time.");
    } else if (!dueAt.isAfter(exercise.dueAt)) {
      throw RequestRefused.field("dueAt", "must be after " + exercise.dueAt + ", everybody's");
    }
    var extension =
        extensions
            .of(exercise.id, account)
            .orElseGet(() -> {
              var made = new Extension();
              made.key = new Extension.Key(exercise.id, account);
              return made;
            });
    extension.dueAt = dueAt;
    extension.reason = reason;
    extension.givenBy = by.account();
    extension.givenAt = clock.instant();
    extensions.persist(extension);
    deeds.wrote(by, "extension until " + dueAt, subject(course, exercise, account));
    return view(extension, Objects.requireNonNull(deeds.accounts(List.of(account)).get(account)));
  }

  @Transactional
  void takeBack(Who.Member by, Course course, StoredExercise exercise, String id) {
    var account = member(course, id);
    var extension =
        extensions
            .of(exercise.id, account)
            .orElseThrow(
                () -> RequestRefused.with(404, "They have no extension for this exercise."));
    extensions.delete(extension);
    deeds.wrote(by, "extension taken back", subject(course, exercise, account));
  }

  private String subject(Course course, StoredExercise exercise, UUID account) {
    return "%s in %s/%s".formatted(deeds.login(account), course.slug, exercise.slug);
  }

  private UUID member(Course course, String id) {
    return Id.parse(id)
        .filter(it -> memberships.of(course.id, it).isPresent())
        .orElseThrow(() -> RequestRefused.with(404, "There is no such person in this course."));
  }

  private View view(Extension it, Account account) {
    return new View(
        account.id.toString(),
        account.login,
        account.name,
        it.dueAt,
        it.reason,
        deeds.name(it.givenBy),
        it.givenAt);
  }
}
