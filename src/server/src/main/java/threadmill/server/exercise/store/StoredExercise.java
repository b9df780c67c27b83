package threadmill.server.exercise.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An exercise of a course; what it is stands in its versions.
@Entity
@Table(name = "exercises")
@SuppressWarnings("NullAway.Init") // Hibernate or KeepExercise fills it.
public class StoredExercise {
  @Id public UUID id;
  public UUID courseId;

  /// What it is called in addresses, within its course.
  public String slug;

  /// The heading that it stands under.
  String part;

  /// Its place in its course.
  int position;

  /// What students get; null until one was published.
  public @Nullable UUID publishedVersionId;

  /// When students first see it; null for as soon as it is published.
  public @Nullable Instant openAt;

  /// Until when handing in counts; null for ever.
  public @Nullable Instant dueAt;

  /// Minutes after it that still count in full.
  public int graceMinutes;

  /// Until when a part of the points counts; null for not at all.
  public @Nullable Instant lateUntil;

  /// That part, 1 to 100; 0 where there is none.
  public int latePercent;

  /// How often one may hand in; null for any number.
  public @Nullable Integer attempts;

  /// Seconds from one submission to the next.
  public int cooldownSeconds;

  Instant createdAt;

  /// Whether students see it.
  boolean open(Instant now) {
    return publishedVersionId != null && (openAt == null || !now.isBefore(openAt));
  }
}
