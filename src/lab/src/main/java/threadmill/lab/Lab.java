package threadmill.lab;

import java.util.concurrent.Callable;
import threadmill.lab.host.Hosts;

/// The settings of the run that this program is part of, as chosen in the run form, and what helps
/// to see and to measure it.
///
/// ```java
/// void main() throws Exception {
///   Lab.phase("count");
///   try (var pool = Lab.executor()) {
///     var some = pool.submit(() -> primes(0, 50_000));
///     var rest = pool.submit(() -> primes(50_000, 100_000));
///     IO.println(some.get() + rest.get() + " primes");
///   }
///   Lab.phase("measure");
///   IO.println(Lab.measure(() -> primes(0, 10_000)));
/// }
///
/// int primes(int from, int to) {
///   return (int) IntStream.range(from, to)
///       .filter(n -> n > 1 && IntStream.iterate(2, d -> d * d <= n, d -> d + 1).noneMatch(d -> n % d == 0))
///       .count();
/// }
/// ```
///
/// Outside Threadmill, as on a student's own machine, the methods answer from the machine itself,
/// so that the same source runs there too.
public final class Lab {
  /// System property that carries [#cores()] into the program.
  public static final String CORES_PROPERTY = "threadmill.cores";

  /// System property that carries [#parallelism()] into the program.
  public static final String PARALLELISM_PROPERTY = "threadmill.parallelism";

  /// System property that carries [#executorKind()] into the program, in lower case.
  public static final String EXECUTOR_PROPERTY = "threadmill.executor";

  private Lab() {}

  /// Cores that the run may use at the same time; at least 1.
  public static int cores() {
    return Integer.getInteger(CORES_PROPERTY, Runtime.getRuntime().availableProcessors());
  }

  /// Number of workers asked for in the run form; at least 1, by default [#cores()].
  public static int parallelism() {
    return Integer.getInteger(PARALLELISM_PROPERTY, cores());
  }

  /// The kind of executor chosen in the run form; [ExecutorKind#FIXED] outside Threadmill.
  public static ExecutorKind executorKind() {
    return ExecutorKind.of(System.getProperty(EXECUTOR_PROPERTY, "fixed"));
  }

  /// Opens a new executor of the kind chosen in the run form, with [#parallelism()] workers where
  /// that kind has a number of them. Whoever opens it closes it; `try (var pool = Lab.executor())`
  /// waits for its tasks.
  public static LabExecutor executor() {
    return executorKind().open(parallelism());
  }

  /// Marks this moment on the timeline. The mark stands at the moment of the call, on every lane. A
  /// run keeps its first 1,000 marks; of a name, the first 100 characters. Outside Threadmill it
  /// does nothing.
  public static void phase(String name) {
    long now = System.nanoTime();
    Hosts.current().phase(now, name);
  }

  /// Times a section of the program: 5 times to warm up, so that the JIT compiler has done its
  /// work, then 15 times for the figures.
  ///
  /// @return figures that print themselves in words
  public static Measurement measure(Callable<?> section) throws Exception {
    return measure(5, 15, section);
  }

  /// Times a section of the program.
  ///
  /// @param warmUp how often it is done before, untimed; 0 or more
  /// @param times how often it is timed; 1 or more
  public static Measurement measure(int warmUp, int times, Callable<?> section) throws Exception {
    return Measurement.take(warmUp, times, section);
  }
}
