package threadmill.runner;

/// Hears what happens while a run is under way.
///
/// Called from several threads, one call at a time for a run; must return soon, since it holds up
/// the reading of the program's output.
@FunctionalInterface
public interface RunListener {
  void on(RunEvent event);
}
