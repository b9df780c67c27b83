package threadmill.runner.kernel;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the kernel grants to processes.
public final class Processes {
  /// Gives way to everybody.
  private static final int LAST = 19;

  private Processes() {}

  /// Whether this process is root's.
  public static boolean isRoot() {
    return Linux.effectiveUser() == 0;
  }

  /// Binds all threads of a process, and all that they start from now on, to some cores.
  ///
  /// @throws SystemCallException when the process is gone, or none of the cores exists
  public static void bind(long pid, Iterable<Integer> cores) {
    int process = Math.toIntExact(pid);
    Set<Integer> bound = new HashSet<>();
    // A thread that started meanwhile may have its cores from one that was not bound yet.
    for (var left = unbound(process, bound); !left.isEmpty(); left = unbound(process, bound)) {
      for (int thread : left) {
        bound.add(thread);
        try {
          Linux.setAffinity(thread, cores);
        } catch (SystemCallException refused) {
          // The JVM ends idle compiler threads by itself.
          if (thread == process || refused.errno() != SystemCallException.ESRCH) {
            throw refused;
          }
        }
      }
    }
  }

  /// Lets the processes of a process group, and what they start from now on, have only the time
  /// that others leave them; nothing where there is no such group any more. Only a privileged
  /// process takes that back.
  public static void giveWay(long group) {
    try {
      Linux.setGroupPriority(Math.toIntExact(group), LAST);
    } catch (SystemCallException gone) {
      if (gone.errno() != SystemCallException.ESRCH) {
        throw gone;
      }
    }
  }

  private static List<Integer> unbound(int process, Set<Integer> bound) {
    return Arrays.stream(TaskFiles.threads(process))
        .boxed()
        .filter(thread -> !bound.contains(thread))
        .toList();
  }
}
