package threadmill.server.course;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Exercises, and people who solve or set them.
@Entity
@Table(name = "courses")
@SuppressWarnings("NullAway.Init") // Hibernate or CreateCourse fills it.
public class Course {
  @Id public UUID id;

  /// What it is called in addresses.
  public String slug;

  public String title;
  public String description;

  /// Who knows it joins as a student; null where joining is closed.
  @Nullable String joinCode;

  /// The words that statements of its exercises explain, as `glossary.yaml` has them; empty for
  /// none.
  public String glossary;

  @Nullable UUID createdBy;
  Instant createdAt;

  /// When it became a thing of the past: still read, but nobody joins or hands in.
  public @Nullable Instant archivedAt;
}
