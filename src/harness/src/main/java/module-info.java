/// Main of the child JVM, and the frames it exchanges with the runner.
///
/// A named module, so that native access and the JDK's internals that it reads can be opened to it
/// alone: a student's classes live in unnamed modules.
module threadmill.harness {
  requires threadmill.lab;
  requires static org.jspecify;

  exports threadmill.harness.wire;
}
