package threadmill.server.delivery;

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
    return Runner.local(RunnerConfig.in(config.home().resolve("runner")).withPerf(config.perf()));
  }
}
