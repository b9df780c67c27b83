package threadmill.lab.host;

import java.util.List;
import java.util.Map;

/// The host of what runs in a worker.
record WorkerHost(ProgramClasses program, Phases phases) implements Host {

  /// Hears of marked moments.
  interface Phases {
    void marked(long nanoTime, String name);
  }

  @Override
  public void phase(long nanoTime, String name) {
    phases.marked(nanoTime, name);
  }

  @Override
  public String mainClass() {
    return program.mainClass();
  }

  @Override
  public ClassLoader loader() {
    return program.loader();
  }

  @Override
  public Map<String, byte[]> classes() {
    return Map.of();
  }

  @Override
  public List<String> worker(int heapMiB, String name) {
    throw new IllegalStateException(
        "A task in a worker of a process pool cannot use another process pool; submit all tasks to the first.");
  }
}
