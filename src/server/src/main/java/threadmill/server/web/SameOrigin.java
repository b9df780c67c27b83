package threadmill.server.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import threadmill.server.problem.RequestRefused;

/// Refuses requests that change something and come from another site's page. Programs such as curl
/// send neither header and pass.
class SameOrigin {
  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final PublicAddress address;

  SameOrigin(PublicAddress address) {
    this.address = address;
  }

  @ServerRequestFilter(preMatching = true)
  void check(ContainerRequestContext request) {
    if (READING.contains(request.getMethod())) {
      return;
    }
    var site = request.getHeaderString("Sec-Fetch-Site");
    var origin = request.getHeaderString("Origin");
    boolean fromElsewhere =
        (site != null && !site.equals("same-origin") && !site.equals("none"))
            || (origin != null && !address.isOurs(origin, request.getHeaderString("Host")));
    if (fromElsewhere) {
      throw RequestRefused.with(403, "Requests from other sites' pages are refused.");
    }
  }
}
