import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Some threads that do tasks, one after the other each. A worker ends when it takes a pill, and
/// there is one for each: the queue keeps its order, so all tasks come before the first pill.
class Workers implements AutoCloseable {
  private static final Runnable PILL = () -> {};

  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  Workers(int count) {
    for (int i = 1; i <= count; i++) {
      threads.add(Thread.ofPlatform().name("worker-" + i).start(this::work));
    }
  }

  /// Has a worker do the task, now or when one is free.
  void submit(Runnable task) {
    tasks.add(task);
  }

  private void work() {
    try {
      for (var task = tasks.take(); task != PILL; task = tasks.take()) {
        task.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits until all tasks are done and all workers have ended. Nothing is submitted after it.
  @Override
  public void close() {
    threads.forEach(_ -> tasks.add(PILL));
    boolean interrupted = false;
    for (var thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
