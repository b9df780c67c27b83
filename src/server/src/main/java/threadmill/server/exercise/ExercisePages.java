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

/// The page of an exercise. It holds no data: scripts read the exercise from the address and ask
/// the REST interface.
@Path("/courses/{course}/exercises/{exercise}")
@Produces(MediaType.TEXT_HTML)
@NonBlocking
class ExercisePages {
  @GET
  @Operation(hidden = true)
  public TemplateInstance exercise(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return ExercisePage.in(Theme.of(theme));
  }
}
