package threadmill.server.access;

/// Something that may be done in a course, with the least role that may and the scope a token
/// needs.
public enum Right {
  SEE_COURSE(Role.STUDENT, null),
  HAND_IN(Role.STUDENT, Scope.SUBMIT),
  SEE_CLASS(Role.ASSISTANT, Scope.GRADE),
  GRADE(Role.ASSISTANT, Scope.GRADE),
  AUTHOR(Role.INSTRUCTOR, Scope.AUTHOR),
  MANAGE_PEOPLE(Role.INSTRUCTOR, Scope.GRADE),
  MANAGE_COURSE(Role.INSTRUCTOR, Scope.AUTHOR);

  private final Role least;
  private final @org.jspecify.annotations.Nullable Scope scope;

  Right(Role least, @org.jspecify.annotations.Nullable Scope scope) {
    this.least = least;
    this.scope = scope;
  }

  /// Whether a role brings it.
  public boolean isOf(Role role) {
    return role.compareTo(least) >= 0;
  }

  /// Whether a credential is good for it.
  boolean allows(Who.Credential credential) {
    return scope == null
        || switch (credential) {
          case Who.Credential.Session _ -> true;
          case Who.Credential.Token token -> token.scopes().contains(scope);
        };
  }
}
