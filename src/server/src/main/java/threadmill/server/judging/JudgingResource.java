package threadmill.server.judging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import threadmill.server.account.Visitors;
import threadmill.server.problem.Refuses;

@Path("/api/v1/judgings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "exercises")
class JudgingResource {
  private final ReadJudging read;
  private final Visitors visitors;

  JudgingResource(ReadJudging read, Visitors visitors) {
    this.read = read;
    this.visitors = visitors;
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Where a judging stands, or how it ended")
  @APIResponse(
      responseCode = "200",
      description = "The judging; of hidden entries a student learns only whether they passed",
      content = @Content(schema = @Schema(implementation = JudgingView.class)))
  @Refuses({401, 404})
  public JudgingView judging(@PathParam("id") String id, @Context HttpHeaders headers) {
    return read.view(visitors.who(headers), id);
  }
}
