package threadmill.server.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What belongs to somebody and may have been made in a course.
public interface Owned {
  /// Null when its owner is gone.
  @Nullable Owner owner();

  /// Null when it was made in the playground.
  @Nullable UUID courseId();
}
