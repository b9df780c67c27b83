package threadmill.harness.pool;

import java.util.ArrayList;
import java.util.List;

/// The platform threads of one run. A thread is in the group of the one that made it, so that those
/// which the JDK makes for a run are in it too.
final class RunGroup extends ThreadGroup {
  final Run run;

  RunGroup(Run run) {
    super("main");
    this.run = run;
  }

  /// Those that are alive.
  List<Thread> alive() {
    var buffer = new Thread[16];
    int count = enumerate(buffer);
    while (count == buffer.length) {
      buffer = new Thread[buffer.length * 2];
      count = enumerate(buffer);
    }
    var alive = new ArrayList<Thread>(count);
    for (int i = 0; i < count; i++) {
      alive.add(buffer[i]);
    }
    return alive;
  }

  /// Writes what `java` would, in the thread that dies; its trace may come from overridden methods.
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (run.stop || thrown instanceof Stopped) {
      return;
    }
    var handler = run.handler;
    if (handler != null) {
      handler.uncaughtException(thread, thrown);
    } else {
      run.err.print("Exception in thread \"" + thread.getName() + "\" ");
      thrown.printStackTrace(run.err);
    }
  }
}
