package threadmill.runner.sandbox;

import java.util.List;

/// What runs in a sandbox and what it may use.
///
/// @param java arguments of the `java` command: switches, then the main class or module
/// @param recorded whether what its threads do is recorded
/// @param web whether it may bind ports 80 and 443 of its own network, where names of hosts lead
/// @param aot whether its JVM starts from an ahead-of-time cache
public record SandboxSpec(
    List<String> java, Bounds bounds, boolean recorded, boolean web, Aot aot) {

  public SandboxSpec {
    java = List.copyOf(java);
  }

  /// Without the virtual web.
  public SandboxSpec(List<String> java, Bounds bounds, boolean recorded, Aot aot) {
    this(java, bounds, recorded, false, aot);
  }

  /// The same with other bounds; an ahead-of-time cache serves any.
  public SandboxSpec with(Bounds other) {
    return new SandboxSpec(java, other, recorded, web, aot);
  }

  SandboxSpec with(Aot other) {
    return new SandboxSpec(java, bounds, recorded, web, other);
  }

  /// The same with a virtual web or without.
  public SandboxSpec withWeb(boolean other) {
    return new SandboxSpec(java, bounds, recorded, other, aot);
  }
}
