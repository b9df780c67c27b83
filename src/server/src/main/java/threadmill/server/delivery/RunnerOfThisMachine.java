package threadmill.server.delivery;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import threadmill.runner.Runner;
import threadmill.runner.RunnerConfig;
import threadmill.server.settings.ServerConfig;

/// Makes the runner that carries out runs where the server is.
class RunnerOfThisMachine {
  private final ServerConfig config;

  RunnerOfThisMachine(ServerConfig config) {
    this.config = config;
  }

  @Produces
  @ApplicationScoped
  Runner runner() {
    var settings =
        RunnerConfig.in(config.home().resolve("runner"))
            .withPerf(config.perf())
            .withTimeline(config.timeline())
            .withSharedCores(config.sharedCores())
            .withNeighbours(new DatabaseProcess(config.home())::ids);
    var runner = Runner.local(settings);
    if (!runner.unavailable().isEmpty()) {
      Log.errorf("No run is taken: %s", runner.unavailable());
    }
    return runner;
  }
}
