package threadmill.server.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/// Where everything reads the time, so that a test can set it.
class Clock {
  @Produces
  @ApplicationScoped
  InstantSource clock() {
    return InstantSource.system();
  }
}
