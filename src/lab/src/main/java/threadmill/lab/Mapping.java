package threadmill.lab;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// A function that can be sent to another process; see [LabExecutor#map].
@FunctionalInterface
public interface Mapping<T extends @Nullable Object, R extends @Nullable Object>
    extends Serializable {
  R apply(T input) throws Exception;
}
