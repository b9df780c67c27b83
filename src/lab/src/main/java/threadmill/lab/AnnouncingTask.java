package threadmill.lab;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// A task that announces that it has ended, so that nobody needs a thread to wait for it.
class AnnouncingTask<T extends @Nullable Object> extends FutureTask<T> {
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

  AnnouncingTask(Callable<T> task) {
    super(task);
  }

  /// Has this done when the task has ended, or at once where it has.
  void whenEnded(Runnable reaction) {
    var _ = ended.thenRun(reaction);
  }

  @Override
  protected void done() {
    ended.complete(null);
  }
}
