package threadmill.server.playground;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// The playground's pages. They hold nothing of a run: scripts ask the REST interface for it, which
/// alone decides who may read what.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@NonBlocking
public class PlaygroundPages {
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Theme theme;

  public PlaygroundPages(@CookieParam("threadmill-theme") @Nullable String theme) {
    this.theme = Theme.of(theme);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance playground() {
    return new PlaygroundPage(theme);
  }

  @GET
  @Path("runs")
  @Operation(hidden = true)
  public TemplateInstance runs() {
    return new RunsPage(theme);
  }

  /// The permalink of a run.
  @GET
  @Path("runs/{id}")
  @Operation(hidden = true)
  public Response run(String id) {
    return RUN_ID.matcher(id).matches()
        ? Response.ok(new PlaygroundPage(theme)).build()
        : Response.status(Response.Status.NOT_FOUND).entity(new NotFoundPage(theme)).build();
  }
}
