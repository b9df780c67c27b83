package threadmill.server.account;

import java.util.UUID;

/// What courses do with somebody who signs up with the join code of one.
public interface JoinByCode {

  /// Whether a code is that of a course which takes people; looked at before an account is made.
  boolean good(String code);

  /// Takes an account into the course of a code, or refuses the code.
  void join(String code, UUID account);
}
