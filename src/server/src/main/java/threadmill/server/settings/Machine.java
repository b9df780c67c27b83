package threadmill.server.settings;

import jakarta.enterprise.context.ApplicationScoped;

/// The bounds that follow from the machine where the operator set none.
@ApplicationScoped
public class Machine {
  private final ServerConfig config;

  /// As many as at the start: while a timed run has cores to itself, this process has fewer.
  private final int processors = Runtime.getRuntime().availableProcessors();

  Machine(ServerConfig config) {
    this.config = config;
  }

  /// Cores that a run may ask for.
  public int mostCores() {
    return config.limits().cores().most().orElse(processors);
  }

  /// Runs that are under way at the same time.
  public int workers() {
    return config.workers().orElse(processors);
  }
}
