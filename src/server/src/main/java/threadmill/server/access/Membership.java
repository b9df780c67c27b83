package threadmill.server.access;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody is in a course.
@Entity
@Table(name = "memberships")
@IdClass(Membership.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate or who makes it fills it.
public class Membership {
  @Id public UUID courseId;
  @Id public UUID accountId;

  @Enumerated(EnumType.STRING)
  public Role role;

  /// As the roster has it; null where it has none.
  public @Nullable String studentNumber;

  /// Whether a roster has named them: the next roster without them marks them dropped.
  public boolean onRoster;

  public Instant joinedAt;

  /// When they left or fell off the roster; they are not in the course any more.
  public @Nullable Instant droppedAt;

  /// Its key.
  public record Key(UUID courseId, UUID accountId) implements Serializable {}
}
