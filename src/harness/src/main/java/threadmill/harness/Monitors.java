package threadmill.harness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/// What HotSpot tells of threads without stopping them: the monitor that one waits for, who owns
/// it, how often it has waited, whether it is in native code, its CPU time.
///
/// Loading this class costs some milliseconds of CPU, so it is left until a thread is seen that
/// nothing cheaper explains.
final class Monitors {
  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  private Monitors() {}

  /// Of each thread, in order; null for one that has ended. Without stacks no thread is stopped.
  static @Nullable ThreadInfo[] of(long[] threads) {
    return BEAN.getThreadInfo(threads);
  }

  /// CPU time that a thread has used, or -1 when it has ended.
  static long cpuNanos(long thread) {
    return BEAN.getThreadCpuTime(thread);
  }
}
