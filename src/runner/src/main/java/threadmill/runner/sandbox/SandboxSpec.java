package threadmill.runner.sandbox;

import java.util.List;

/// What runs in a sandbox and what it may use.
///
/// @param java arguments of the `java` command: switches, then the main class or module
/// @param recorded whether what its threads do is recorded
/// @param aot whether its JVM starts from an ahead-of-time cache
public record SandboxSpec(List<String> java, Bounds bounds, boolean recorded, Aot aot) {

  public SandboxSpec {
    java = List.copyOf(java);
  }

  /// The same with other bounds; an ahead-of-time cache serves any.
  public SandboxSpec with(Bounds other) {
    return new SandboxSpec(java, other, recorded, aot);
  }

  SandboxSpec with(Aot other) {
    return new SandboxSpec(java, bounds, recorded, other);
  }
}
