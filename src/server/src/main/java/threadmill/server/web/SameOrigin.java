package threadmill.server.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import threadmill.server.problem.RequestRefused;

/// Refuses requests that change something and come from another site's page, as browsers say in
/// `Sec-Fetch-Site` and `Origin` (OWASP's Fetch Metadata defence). Programs such as curl send
/// neither and pass, unless they come with the cookie of a session, which belongs in browsers: a
/// program has a token.
public class SameOrigin {
  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /// Name of the cookie of who is signed in.
  public static final String SESSION_COOKIE = "threadmill_session";

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
    boolean fromNowhere =
        site == null
            && origin == null
            && request.getCookies().containsKey(SESSION_COOKIE)
            && request.getHeaderString("Authorization") == null;
    if (fromNowhere) {
      throw RequestRefused.with(
          403, "A session is for browsers, which send an Origin; use a token here.");
    }
    if (fromElsewhere) {
      throw RequestRefused.with(403, "Requests from other sites' pages are refused.");
    }
  }
}
