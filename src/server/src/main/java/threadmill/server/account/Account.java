package threadmill.server.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody whom the server knows by name.
@Entity
@Table(name = "accounts")
@SuppressWarnings("NullAway.Init") // Hibernate or OpenAccount fills it.
public class Account {
  @Id public UUID id;

  /// What they sign in with, in lower case.
  public String login;

  public String name;

  /// What leaderboards show; null for none chosen.
  public @Nullable String nickname;

  public @Nullable String email;

  /// Null until its owner has used the link that was made for it.
  @Nullable String passwordHash;

  boolean siteAdmin;
  boolean mayCreateCourses;
  Instant createdAt;

  /// When nobody could sign in with it any more.
  @Nullable Instant closedAt;

  /// Whether its owner has set a password.
  public boolean claimed() {
    return passwordHash != null;
  }
}
