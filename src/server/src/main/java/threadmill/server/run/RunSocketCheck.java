package threadmill.server.run;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.context.ManagedExecutor;
import threadmill.server.account.Visitors;
import threadmill.server.problem.RequestRefused;
import threadmill.server.web.PublicAddress;

/// Refuses an event socket before it opens: 403 for another site's page, 400 for a bad number, 404
/// where there is no such run.
@ApplicationScoped
class RunSocketCheck implements HttpUpgradeCheck {
  private static final CheckResult PERMITTED = CheckResult.permitUpgradeSync();

  private final ReadRun runs;
  private final Visitors visitors;
  private final PublicAddress address;
  private final ManagedExecutor blocking;

  RunSocketCheck(ReadRun runs, Visitors visitors, PublicAddress address, ManagedExecutor blocking) {
    this.runs = runs;
    this.visitors = visitors;
    this.address = address;
    this.blocking = blocking;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    var request = context.httpRequest();
    if (!fromOurs(request)) {
      return CheckResult.rejectUpgrade(403);
    }
    if (After.parse(request.getParam("after")).isEmpty()) {
      return CheckResult.rejectUpgrade(400);
    }
    var id = context.pathParam("id");
    return Uni.createFrom().item(() -> known(id, request)).runSubscriptionOn(blocking);
  }

  @Override
  public boolean appliesTo(String endpointId) {
    return endpointId.equals(RunSocket.ID);
  }

  private boolean fromOurs(HttpServerRequest request) {
    var origin = request.getHeader("Origin");
    return origin == null || address.isOurs(origin, request.getHeader("Host"));
  }

  private CheckResult known(String id, HttpServerRequest request) {
    try {
      runs.run(id, visitors.who(request));
      return PERMITTED;
    } catch (RequestRefused refused) {
      return CheckResult.rejectUpgradeSync(404);
    }
  }
}
