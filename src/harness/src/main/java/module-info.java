import threadmill.harness.SandboxHost;
import threadmill.lab.host.Host;

/// Main of the child JVM, and the frames it exchanges with the runner.
///
/// A named module that exports nothing: the JDK's internals that it reads are opened to it alone,
/// and a student's classes, which live in unnamed modules, cannot reach it.
module threadmill.harness {
  requires jdk.management;
  requires threadmill.lab;
  requires static org.jspecify;

  provides Host with
      SandboxHost;
}
