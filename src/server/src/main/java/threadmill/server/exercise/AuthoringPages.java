package threadmill.server.exercise;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import threadmill.server.web.Theme;

/// The page for authors of a course. It holds no data: scripts ask the REST interface.
@Path("/courses/{course}/authoring")
@Produces(MediaType.TEXT_HTML)
@NonBlocking
class AuthoringPages {
  @GET
  @Operation(hidden = true)
  public TemplateInstance authoring(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return AuthoringPage.in(Theme.of(theme));
  }
}
