package threadmill.runner.kernel;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/// What the kernel grants to processes.
public final class Processes {
  /// The highest nice value.
  private static final int LOWEST = 19;

  private Processes() {}

  /// Whether this process is root's.
  public static boolean isRoot() {
    return Linux.effectiveUser() == 0;
  }

  /// Binds all threads of a process, and all that they start from now on, to some cores.
  ///
  /// @throws SystemCallException when the process is gone, or none of the cores exists
  public static void bind(long pid, Iterable<Integer> cores) {
    forEachThread(pid, thread -> Linux.setAffinity(thread, cores));
  }

  /// Makes all threads of a process, and all that they start from now on, give way to others: they
  /// get 1/68 of the time that others get beside them.
  ///
  /// @throws SystemCallException when the process is gone
  public static void giveWay(long pid) {
    forEachThread(pid, thread -> Linux.setNice(thread, LOWEST));
  }

  private static void forEachThread(long pid, IntConsumer action) {
    int process = Math.toIntExact(pid);
    Set<Integer> done = new HashSet<>();
    // A thread that started meanwhile may come from one whose turn had not come yet.
    for (var left = others(process, done); !left.isEmpty(); left = others(process, done)) {
      for (int thread : left) {
        done.add(thread);
        try {
          action.accept(thread);
        } catch (SystemCallException refused) {
          // The JVM ends idle compiler threads by itself.
          if (thread == process || refused.errno() != SystemCallException.ESRCH) {
            throw refused;
          }
        }
      }
    }
  }

  private static List<Integer> others(int process, Set<Integer> done) {
    return Arrays.stream(TaskFiles.threads(process))
        .boxed()
        .filter(thread -> !done.contains(thread))
        .toList();
  }
}
