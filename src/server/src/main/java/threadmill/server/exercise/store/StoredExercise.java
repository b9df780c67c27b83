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

  Instant createdAt;

  /// Whether students see it.
  boolean open(Instant now) {
    return publishedVersionId != null && (openAt == null || !now.isBefore(openAt));
  }
}
