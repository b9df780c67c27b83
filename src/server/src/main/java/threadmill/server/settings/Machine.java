package threadmill.server.settings;

import jakarta.enterprise.context.ApplicationScoped;

/// The bounds that follow from the machine where the operator set none.
@ApplicationScoped
public class Machine {
  private final ServerConfig config;

  Machine(ServerConfig config) {
    this.config = config;
  }

  /// Cores that a run may ask for.
  public int mostCores() {
    return config.limits().cores().most().orElseGet(Machine::processors);
  }

  /// Runs that are under way at the same time.
  public int workers() {
    return config.workers().orElseGet(Machine::processors);
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
