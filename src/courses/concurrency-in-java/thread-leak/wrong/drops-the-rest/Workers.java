import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Interrupts at once: what has not begun is never done.
class Workers implements AutoCloseable {
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
      while (true) {
        tasks.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
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
