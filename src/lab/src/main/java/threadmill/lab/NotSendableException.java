package threadmill.lab;

import org.jspecify.annotations.Nullable;

/// A task or a result cannot be sent to another process. The message says what is in the way.
public final class NotSendableException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public NotSendableException(String why, @Nullable Throwable cause) {
    super(why, cause);
  }
}
