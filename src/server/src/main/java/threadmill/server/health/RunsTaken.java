package threadmill.server.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import threadmill.server.run.RunDelivery;

/// Ready only when a run could be taken; the database has a check of its own.
@Readiness
@ApplicationScoped
class RunsTaken implements HealthCheck {
  private final RunDelivery delivery;

  RunsTaken(RunDelivery delivery) {
    this.delivery = delivery;
  }

  @Override
  public HealthCheckResponse call() {
    var why = delivery.unavailable();
    var response = HealthCheckResponse.named("runs").status(why.isEmpty());
    return why.isEmpty() ? response.build() : response.withData("why", why).build();
  }
}
