package threadmill.server.exercise.store;

import jakarta.enterprise.context.ApplicationScoped;
import threadmill.server.exercise.content.ExerciseBounds;
import threadmill.server.settings.Machine;
import threadmill.server.settings.ServerConfig;

/// What exercises may ask for on this server.
@ApplicationScoped
class Bounds {
  private final ServerConfig config;
  private final Machine machine;

  Bounds(ServerConfig config, Machine machine) {
    this.config = config;
    this.machine = machine;
  }

  ExerciseBounds exercise() {
    return ExerciseBounds.of(config.limits(), config.request(), machine.mostCores());
  }
}
