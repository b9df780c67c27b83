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

/// The playground's pages. They hold nothing of a run: scripts ask the REST interface for it, which
/// alone decides who may read what.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@NonBlocking
class PlaygroundPages {
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  @GET
  @Operation(hidden = true)
  public TemplateInstance playground(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return PlaygroundPage.in(Theme.of(theme));
  }

  @GET
  @Path("runs")
  @Operation(hidden = true)
  public TemplateInstance runs(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return RunsPage.in(Theme.of(theme));
  }

  /// What is compared, scripts read from the query.
  @GET
  @Path("compare")
  @Operation(hidden = true)
  public TemplateInstance compare(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return ComparePage.in(Theme.of(theme));
  }

  /// The permalink of a run.
  @GET
  @Path("runs/{id}")
  @Operation(hidden = true)
  public Response run(
      @PathParam("id") String id, @CookieParam(Theme.COOKIE) @Nullable String theme) {
    return RUN_ID.matcher(id).matches()
        ? Response.ok(PlaygroundPage.in(Theme.of(theme))).build()
        : Response.status(Response.Status.NOT_FOUND)
            .entity(NotFoundPage.in(Theme.of(theme)))
            .build();
  }
}
