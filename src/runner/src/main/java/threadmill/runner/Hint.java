package threadmill.runner;

/// What an operator can do where sandboxes cannot be had.
final class Hint {
  private Hint() {}

  /// The failure in one sentence, with what to change where we know it.
  static String on(RunnerException failure) {
    var said = String.valueOf(failure.getMessage());
    if (said.contains("namespace") || said.contains("Operation not permitted")) {
      return said
          + " — this machine does not let ordinary users make namespaces; allow it with: "
          + "sysctl -w kernel.unprivileged_userns_clone=1 user.max_user_namespaces=10000 "
          + "kernel.apparmor_restrict_unprivileged_userns=0 (those that exist here)";
    }
    if (said.contains("Unknown option --disable-userns")) {
      return "bubblewrap is too old; version 0.8 or newer is needed";
    }
    return said;
  }
}
