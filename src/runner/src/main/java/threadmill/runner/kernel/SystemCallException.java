package threadmill.runner.kernel;

/// The kernel refused a call.
public final class SystemCallException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public static final int EPERM = 1;
  public static final int ESRCH = 3;
  public static final int EACCES = 13;
  public static final int EMFILE = 24;
  public static final int ENOSYS = 38;

  private final int errno;

  SystemCallException(String call, int errno) {
    super(call + " failed: " + word(errno));
    this.errno = errno;
  }

  /// The kernel's error number, such as [#EPERM].
  public int errno() {
    return errno;
  }

  /// Whether the call was about a process or thread that has ended.
  public boolean processIsGone() {
    return errno == ESRCH;
  }

  private static String word(int errno) {
    return switch (errno) {
      case EPERM -> "EPERM, not permitted";
      case 2 -> "ENOENT, no such thing";
      case ESRCH -> "ESRCH, no such process";
      case 12 -> "ENOMEM, out of memory";
      case EACCES -> "EACCES, not permitted";
      case 19 -> "ENODEV, no such device";
      case 22 -> "EINVAL, invalid argument";
      case EMFILE -> "EMFILE, too many open files";
      case ENOSYS -> "ENOSYS, the kernel lacks it or a filter hides it";
      default -> "errno " + errno;
    };
  }
}
