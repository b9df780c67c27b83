package threadmill.server.access;

import java.util.Set;
import java.util.UUID;

/// Who sent a request.
public sealed interface Who {

  /// A browser that has started nothing yet, or a program without a token.
  record Nobody() implements Who {}

  /// A browser without an account that has started a run before.
  record Guest(UUID id) implements Who {}

  /// Somebody with an account.
  ///
  /// @param siteAdmin whether they see everything, audited
  /// @param mayCreateCourses whether a site admin appointed them to
  record Member(UUID account, boolean siteAdmin, boolean mayCreateCourses, Credential credential)
      implements Who {}

  /// What somebody with an account showed.
  sealed interface Credential {

    /// The cookie of a browser that signed in.
    record Session(UUID id) implements Credential {}

    /// An API token, good for some things only.
    record Token(UUID id, Set<Scope> scopes) implements Credential {
      public Token {
        scopes = Set.copyOf(scopes);
      }
    }
  }
}
