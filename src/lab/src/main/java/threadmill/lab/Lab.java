package threadmill.lab;

/// The settings of the run that this program is part of, as chosen in the run form.
///
/// Outside Threadmill, as on a student's own machine, the methods answer from the machine itself,
/// so that the same source runs there too.
public final class Lab {
  /// System property that carries [#cores()] into the program.
  public static final String CORES_PROPERTY = "threadmill.cores";

  /// System property that carries [#parallelism()] into the program.
  public static final String PARALLELISM_PROPERTY = "threadmill.parallelism";

  private Lab() {}

  /// Cores that the run may use at the same time; at least 1.
  public static int cores() {
    return Integer.getInteger(CORES_PROPERTY, Runtime.getRuntime().availableProcessors());
  }

  /// Number of workers asked for in the run form; at least 1, by default [#cores()].
  public static int parallelism() {
    return Integer.getInteger(PARALLELISM_PROPERTY, cores());
  }
}
