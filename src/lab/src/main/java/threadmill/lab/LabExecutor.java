package threadmill.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An executor on which the same source runs as threads or as processes: lambdas that are handed to
/// it are serialisable, which [ProcessPool] needs and others do not mind.
///
/// ```java
/// try (var pool = Lab.executor()) {
///   var future = pool.submit(() -> "from " + Thread.currentThread().getName());
///   IO.println(future.get());
///   pool.map(n -> n * n, List.of(1, 2, 3)).forEach(IO::println); // 1, 4, 9: in order
/// }
/// ```
public interface LabExecutor extends ExecutorService {

  /// Submits a task; its future knows its result.
  ///
  /// @throws NotSendableException when tasks go to other processes and this one cannot
  <T extends @Nullable Object> Future<T> submit(Task<T> task);

  /// Submits a task without a result; its future completes with null.
  ///
  /// @throws NotSendableException when tasks go to other processes and this one cannot
  Future<?> submit(Action action);

  /// Applies a function to every input, one task for each.
  ///
  /// @return the results in the order of the inputs, each as soon as it and all before it are there
  /// @see #map(Mapping, List, int)
  default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> map(
      Mapping<T, R> function, List<T> inputs) {
    return map(function, inputs, 1);
  }

  /// Applies a function to every input, in tasks of `chunk` inputs each, the last maybe smaller.
  /// Larger chunks cost less to hand over, smaller ones share the work more evenly. All tasks are
  /// submitted before this returns.
  ///
  /// ```java
  /// try (var pool = new ProcessPool(2)) {
  ///   IO.println(pool.map(Math::sqrt, List.of(1.0, 4.0, 9.0, 16.0), 2).toList()); // two tasks
  /// }
  /// ```
  ///
  /// @return the results in the order of the inputs. Where the function fails, taking that result
  ///   throws a [CompletionException] with the failure as its cause
  default <T extends @Nullable Object, R extends @Nullable Object> Stream<R> map(
      Mapping<T, R> function, List<T> inputs, int chunk) {
    if (chunk < 1) {
      throw new IllegalArgumentException("a chunk has at least 1 input, not " + chunk);
    }
    var futures = new ArrayList<Future<List<R>>>();
    for (int from = 0; from < inputs.size(); from += chunk) {
      int to = Math.min(inputs.size(), from + chunk);
      futures.add(submit(new Chunk<>(function, new ArrayList<>(inputs.subList(from, to)))));
    }
    return futures.stream().flatMap(future -> taken(future).stream());
  }

  private static <R extends @Nullable Object> List<R> taken(Future<List<R>> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
