package threadmill.lab;

import java.io.Serializable;

/// A task without a result that can be sent to another process; see [Task].
@FunctionalInterface
public interface Action extends Runnable, Serializable {

  /// The same action; only its type tells the compiler to make the lambda serialisable.
  static Action of(Action action) {
    return action;
  }
}
