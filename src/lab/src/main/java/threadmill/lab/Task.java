package threadmill.lab;

import java.io.Serializable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A task with a result that can be sent to another process.
///
/// Where an executor's type is [LabExecutor] or [ProcessPool], a lambda becomes one by itself.
/// Where it is a plain `ExecutorService`, [#of] makes it one:
///
/// ```java
/// ExecutorService pool = new ProcessPool(1);
/// try (pool) {
///   IO.println(pool.submit(Task.of(() -> 6 * 7)).get());
/// }
/// ```
@FunctionalInterface
public interface Task<T extends @Nullable Object> extends Callable<T>, Serializable {

  /// The same task; only its type tells the compiler to make the lambda serialisable.
  static <T extends @Nullable Object> Task<T> of(Task<T> task) {
    return task;
  }
}
