/// Work of many steps, which goes on in a thread of its own.
class Job {
  private final String name;
  private final int steps;
  private final Runnable step;
  private volatile int done;
  private Thread worker;

  /// @param name of the thread that does the steps
  Job(String name, int steps, Runnable step) {
    this.name = name;
    this.steps = steps;
    this.step = step;
  }

  /// Begins the steps in a new thread and returns at once.
  void start() {
    worker = new Thread(this::work, name);
    worker.run();
  }

  /// How many steps are done by now.
  int done() {
    return done;
  }

  /// Waits until all steps are done.
  void finish() throws InterruptedException {
    worker.join();
  }

  private void work() {
    for (int i = 0; i < steps; i++) {
      step.run();
      done++;
    }
  }
}
