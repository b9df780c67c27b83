import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// One pill for all: whoever takes it ends, and the others wait for ever.
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

  @Override
  public void close() {
    tasks.add(PILL);
  }
}
