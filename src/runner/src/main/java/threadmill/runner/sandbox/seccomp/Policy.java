package threadmill.runner.sandbox.seccomp;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A table of system calls and what becomes of each.
///
/// Implementation note: filled by the class that defines it, then only read.
final class Policy {
  /// @param checks what must hold, in order, for the action; the first that does not hold decides
  record Rule(Action action, List<Check> checks) {}

  private final Map<SystemCall, Rule> rules = new EnumMap<>(SystemCall.class);
  private final Action unlisted;

  Policy(Action unlisted) {
    this.unlisted = unlisted;
  }

  Policy allow(SystemCall... calls) {
    return all(new Action.Allow(), calls);
  }

  /// Allows a call whose arguments pass every check.
  Policy allowIf(SystemCall call, Check... checks) {
    put(call, new Rule(new Action.Allow(), List.of(checks)));
    return this;
  }

  Policy refuse(Errno errno, SystemCall... calls) {
    return all(new Action.Refuse(errno), calls);
  }

  Policy kill(SystemCall... calls) {
    return all(new Action.Kill(), calls);
  }

  private Policy all(Action action, SystemCall... calls) {
    for (var call : calls) {
      put(call, new Rule(action, List.of()));
    }
    return this;
  }

  private void put(SystemCall call, Rule rule) {
    if (rules.put(call, rule) != null) {
      throw new IllegalArgumentException(call + " is in the table twice");
    }
  }

  /// What becomes of a call that is not in the table.
  Action unlisted() {
    return unlisted;
  }

  Map<SystemCall, Rule> rules() {
    return Map.copyOf(rules);
  }
}
