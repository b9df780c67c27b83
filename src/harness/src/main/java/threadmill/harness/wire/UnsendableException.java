package threadmill.harness.wire;

/// A value cannot be sent; the message says what is in its way, such as `a java.util.HashSet, which
/// is no plain data`.
public final class UnsendableException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean tooLarge;

  UnsendableException(String what, boolean tooLarge) {
    super(what);
    this.tooLarge = tooLarge;
  }

  /// Whether it is only too large.
  public boolean tooLarge() {
    return tooLarge;
  }
}
