package threadmill.server.exercise.store;

import java.io.Serial;

/// A stored version that this server cannot read: the operator has lowered a limit that it asks
/// for, or the machine has fewer cores.
public final class UnreadableExerciseException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  UnreadableExerciseException(String why) {
    super(why);
  }
}
