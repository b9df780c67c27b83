package threadmill.lab;

import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;
import org.jspecify.annotations.Nullable;

/// What all our executors have in common: their futures announce their end.
abstract class AbstractLabExecutor extends AbstractExecutorService implements LabExecutor {
  @Override
  public <T extends @Nullable Object> Future<T> submit(Task<T> task) {
    return submit((Callable<T>) task);
  }

  @Override
  public Future<?> submit(Action action) {
    return submit((Runnable) action);
  }

  @Override
  protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> task) {
    return new AnnouncingTask<>(task);
  }

  @Override
  protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Runnable task, T value) {
    return newTaskFor(Executors.callable(task, value));
  }
}
