package threadmill.harness;

import java.util.List;

/// Reads from a waiting thread's stack which method of the JDK waits.
final class Stacks {
  /// What parks for others: never the name that a reader looks for.
  private static final List<String> PARKING =
      List.of("jdk.internal.misc.Unsafe", "java.util.concurrent.locks.");

  private static final List<String> IO =
      List.of("sun.nio.ch.", "sun.nio.fs.", "java.io.", "java.net.", "sun.net.");

  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.");

  private Stacks() {}

  /// The method that parks, such as `java.util.concurrent.LinkedBlockingQueue.take`: the innermost
  /// of the JDK that is no mere means to park; for a lock that the program calls itself, such as
  /// `java.util.concurrent.locks.ReentrantLock.lock`.
  static String parking(List<StackTraceElement> stack) {
    var last = "";
    for (var frame : stack) {
      var type = frame.getClassName();
      if (!starts(type, JDK)) {
        return last;
      }
      last = method(frame);
      if (!starts(type, PARKING) && !frame.getMethodName().endsWith("anagedBlock")) {
        return last;
      }
    }
    return last;
  }

  /// The native method of the JDK that reads, writes, connects or polls, or empty when the thread
  /// is in none.
  static String io(List<StackTraceElement> stack) {
    if (stack.isEmpty() || !stack.getFirst().isNativeMethod()) {
      return "";
    }
    var frame = stack.getFirst();
    return starts(frame.getClassName(), IO) ? method(frame) : "";
  }

  /// Whether a thread that enters a monitor does so because its wait has ended.
  static boolean reenters(List<StackTraceElement> stack) {
    return !stack.isEmpty()
        && stack.getFirst().getClassName().equals("java.lang.Object")
        && stack.getFirst().getMethodName().startsWith("wait");
  }

  private static boolean starts(String type, List<String> prefixes) {
    return prefixes.stream().anyMatch(type::startsWith);
  }

  private static String method(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName();
  }
}
