package threadmill.runner.kernel;

/// What the kernel grants to processes.
public final class Processes {
  private Processes() {}

  /// Whether this process is root's.
  public static boolean isRoot() {
    return Linux.effectiveUser() == 0;
  }

  /// Binds a process, and all that it starts from now on, to some cores.
  ///
  /// @throws SystemCallException when the process is gone, or none of the cores exists
  public static void bind(long pid, Iterable<Integer> cores) {
    Linux.setAffinity(Math.toIntExact(pid), cores);
  }
}
