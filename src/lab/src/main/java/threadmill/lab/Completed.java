package threadmill.lab;

import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Futures in the order in which they complete.
///
/// ```java
/// try (var pool = Lab.executor()) {
///   var word = new HashMap<Future<Integer>, String>();
///   for (var each : List.of("one", "three", "five")) {
///     word.put(pool.submit(() -> each.length()), each);
///   }
///   for (var future : Completed.asCompleted(word.keySet())) {
///     IO.println(word.get(future) + " has " + future.get() + " letters");
///   }
/// }
/// ```
public final class Completed {
  private Completed() {}

  /// The same futures, each as soon as it has completed, failed or been cancelled. Any futures will
  /// do, of any executor; a null result or a failure is told by `get`, as ever. Taking the next one
  /// waits for it, and throws a [CancellationException] when the waiting thread is interrupted.
  public static <T extends @Nullable Object> Iterable<Future<T>> asCompleted(
      Collection<? extends Future<T>> futures) {
    return () -> new InOrder<>(futures);
  }

  /// Implementation note: whoever completes a future puts it into `ended`, once; the iterating
  /// thread alone has `left`.
  private static final class InOrder<T extends @Nullable Object> implements Iterator<Future<T>> {
    private final LinkedBlockingQueue<Future<T>> ended = new LinkedBlockingQueue<>();
    private int left;

    InOrder(Collection<? extends Future<T>> futures) {
      for (var future : futures) {
        left++;
        onEnd(future, () -> ended.add(future));
      }
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Future<T> next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      try {
        var next = ended.take();
        left--;
        return next;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while waiting for a future to complete");
      }
    }
  }

  private static void onEnd(Future<?> future, Runnable reaction) {
    if (future.isDone()) {
      reaction.run();
    } else if (future instanceof AnnouncingTask<?> task) {
      task.whenEnded(reaction);
    } else if (future instanceof CompletableFuture<?> completable) {
      var _ = completable.whenComplete((_, _) -> reaction.run());
    } else {
      // The JDK's other futures tell nobody; a virtual thread may wait for each.
      var _ =
          Thread.ofVirtual()
              .name("as-completed")
              .start(() -> {
                await(future);
                reaction.run();
              });
    }
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException | ExecutionException | CancellationException _) {
      // It has ended, which is all that was asked. Nobody interrupts this thread.
    }
  }
}
