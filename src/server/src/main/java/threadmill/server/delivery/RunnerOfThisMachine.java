package threadmill.server.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import threadmill.runner.Runner;
import threadmill.runner.RunnerConfig;

/// Makes the runner that carries out runs where the server is.
class RunnerOfThisMachine {
  private final Path home;

  RunnerOfThisMachine(@ConfigProperty(name = "threadmill.home") Path home) {
    this.home = home;
  }

  @Produces
  @ApplicationScoped
  Runner runner() {
    return Runner.local(RunnerConfig.in(home.resolve("runner")));
  }
}
