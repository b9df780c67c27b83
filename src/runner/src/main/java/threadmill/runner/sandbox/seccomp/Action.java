package threadmill.runner.sandbox.seccomp;

/// What the kernel does about a system call.
sealed interface Action {

  /// Carries it out.
  record Allow() implements Action {}

  /// Does nothing and says that it failed.
  record Refuse(Errno errno) implements Action {}

  /// Ends the process, all its threads with it, by SIGSYS.
  record Kill() implements Action {}

  /// What the program returns for it: `SECCOMP_RET_…` of `linux/seccomp.h`.
  default int code() {
    return switch (this) {
      case Allow _ -> 0x7fff_0000;
      case Refuse(var errno) -> 0x0005_0000 | errno.number();
      case Kill _ -> 0x8000_0000;
    };
  }
}
