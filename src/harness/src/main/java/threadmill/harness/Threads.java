package threadmill.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.internal.vm.ThreadContainer;
import jdk.internal.vm.ThreadContainers;

/// The threads of this JVM.
public final class Threads {
  private static final int LONGEST_NAME = 200;

  private Thread[] buffer = new Thread[64];

  /// The group that the JVM's own threads are in.
  public static ThreadGroup systemGroup() {
    var group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  /// Platform threads that are alive, carriers included.
  List<Thread> alive() {
    var system = systemGroup();
    int count = system.enumerate(buffer, true);
    while (count == buffer.length) {
      buffer = new Thread[buffer.length * 2];
      count = system.enumerate(buffer, true);
    }
    var alive = new ArrayList<Thread>(count);
    for (int i = 0; i < count; i++) {
      alive.add(buffer[i]);
      buffer[i] = null;
    }
    return alive;
  }

  /// Name of a thread, cut to a length that frames can carry for thousands.
  public static String name(Thread thread) {
    var name = thread.getName();
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  /// Virtual threads that are alive, wherever they were started.
  public static Stream<Thread> virtual() {
    return within(ThreadContainers.root()).filter(Thread::isVirtual);
  }

  private static Stream<Thread> within(ThreadContainer container) {
    return Stream.concat(container.threads(), container.children().flatMap(Threads::within));
  }
}
