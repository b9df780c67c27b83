package threadmill.runner.kernel;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the kernel grants to processes.
public final class Processes {
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

  private static List<Integer> unbound(int process, Set<Integer> bound) {
    return Arrays.stream(TaskFiles.threads(process))
        .boxed()
        .filter(thread -> !bound.contains(thread))
        .toList();
  }
}
