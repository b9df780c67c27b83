package threadmill.harness.pool;

import org.jspecify.annotations.Nullable;

/// What a program makes, and extends, in place of [Thread]: one that is in the run's group, whoever
/// makes it.
@SuppressWarnings("unused") // woven classes call the constructors
public class RunThread extends Thread {

  public RunThread() {
    this(Run.current(), null, null);
  }

  public RunThread(@Nullable Runnable task) {
    this(Run.current(), task, null);
  }

  public RunThread(String name) {
    this(Run.current(), null, name);
  }

  public RunThread(@Nullable Runnable task, String name) {
    this(Run.current(), task, name);
  }

  RunThread(Run run, @Nullable Runnable task, @Nullable String name) {
    super(run.group, task, name == null ? run.nextThread() : name);
    setContextClassLoader(null);
  }
}
