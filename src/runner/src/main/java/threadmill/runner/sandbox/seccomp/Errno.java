package threadmill.runner.sandbox.seccomp;

/// Errors that a refused system call can end with, by their numbers on Linux.
public enum Errno {
  EPERM(1),
  ENOTTY(25),
  ENOSYS(38),
  ENOPROTOOPT(92),
  EPROTONOSUPPORT(93),
  EAFNOSUPPORT(97);

  private final int number;

  Errno(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
