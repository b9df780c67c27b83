package threadmill.server.playground;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import threadmill.server.web.Theme;

/// The pages of experiments. Like those of runs they hold no data: scripts ask the REST interface.
@Path("/experiments")
@Produces(MediaType.TEXT_HTML)
@NonBlocking
class ExperimentPages {
  private static final Pattern EXPERIMENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  @GET
  @Operation(hidden = true)
  public TemplateInstance experiments(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return ExperimentsPage.in(Theme.of(theme));
  }

  @GET
  @Path("new")
  @Operation(hidden = true)
  public TemplateInstance form(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return NewExperimentPage.in(Theme.of(theme));
  }

  /// The permalink of an experiment.
  @GET
  @Path("{id}")
  @Operation(hidden = true)
  public Response experiment(
      @PathParam("id") String id, @CookieParam(Theme.COOKIE) @Nullable String theme) {
    return EXPERIMENT_ID.matcher(id).matches()
        ? Response.ok(ExperimentPage.in(Theme.of(theme))).build()
        : Response.status(Response.Status.NOT_FOUND)
            .entity(NotFoundPage.in(Theme.of(theme)))
            .build();
  }
}
