package threadmill.lab.host;

import java.util.List;
import java.util.Map;

/// Where a program runs, as the lab needs to know it. The harness provides one, which is loaded
/// when a program first asks for something of it.
public interface Host {
  /// A program marked a moment.
  ///
  /// @param nanoTime `System.nanoTime()` of the moment
  void phase(long nanoTime, String name);

  /// Binary name of the program's main class, or empty where that is not known.
  String mainClass();

  /// What loads the program's classes.
  ClassLoader loader();

  /// The program's class files by binary name; empty where a worker finds them on its class path.
  Map<String, byte[]> classes();

  /// The command that starts a JVM which runs [Worker].
  ///
  /// @param name the worker's name, the argument of its `main`
  List<String> worker(int heapMiB, String name);
}
