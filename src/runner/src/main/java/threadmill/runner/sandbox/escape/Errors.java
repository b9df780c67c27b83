package threadmill.runner.sandbox.escape;

/// Error numbers and signals that stop an escape.
final class Errors {
  static final int ENOENT = 2;
  static final int ESRCH = 3;
  static final int SIGSEGV = 11;
  static final int SIGSYS = 31;

  private Errors() {}

  static String word(int errno) {
    return switch (errno) {
      case 1 -> "EPERM";
      case ENOENT -> "ENOENT";
      case ESRCH -> "ESRCH";
      case 6 -> "ENXIO";
      case 11 -> "EAGAIN";
      case 12 -> "ENOMEM";
      case 13 -> "EACCES";
      case 14 -> "EFAULT";
      case 20 -> "ENOTDIR";
      case 22 -> "EINVAL";
      case 24 -> "EMFILE";
      case 25 -> "ENOTTY";
      case 27 -> "EFBIG";
      case 28 -> "ENOSPC";
      case 30 -> "EROFS";
      case 38 -> "ENOSYS";
      case 92 -> "ENOPROTOOPT";
      case 93 -> "EPROTONOSUPPORT";
      case 97 -> "EAFNOSUPPORT";
      case 101 -> "ENETUNREACH";
      case 111 -> "ECONNREFUSED";
      default -> "errno " + errno;
    };
  }
}
