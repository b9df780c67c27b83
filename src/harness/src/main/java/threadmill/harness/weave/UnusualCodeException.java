package threadmill.harness.weave;

/// Code that javac does not write, or that is too large once it is woven.
public final class UnusualCodeException extends Exception {
  private static final long serialVersionUID = 1;

  UnusualCodeException(String why) {
    super(why);
  }
}
