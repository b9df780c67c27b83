package threadmill.server.comparison;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.server.account.Visitors;
import threadmill.server.problem.Refuses;

@Path("/api/v1/comparisons")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "comparisons")
class ComparisonResource {
  private static final String FORM = "`run:ID`, or `cell:EXPERIMENT/NUMBER` with numbers from 0";

  private final Compare compare;
  private final Visitors visitors;

  ComparisonResource(Compare compare, Visitors visitors) {
    this.compare = compare;
    this.visitors = visitors;
  }

  @GET
  @Operation(
      summary = "Two runs, or two cells of experiments, side by side",
      description =
          "Which settings and lines of source differ, and the times of b against those of a. A run has one time, which does not compare; a cell has those of its repetitions.")
  @APIResponse(
      responseCode = "200",
      description = "The comparison",
      content = @Content(schema = @Schema(implementation = ComparisonView.class)))
  @Refuses({400, 401, 404})
  public ComparisonView comparison(
      @Parameter(description = "What b is compared with: " + FORM, required = true) @QueryParam("a")
          @Nullable String a,
      @Parameter(description = FORM, required = true) @QueryParam("b") @Nullable String b,
      @Context HttpHeaders headers) {
    return compare.compare(Reference.parse("a", a), Reference.parse("b", b), visitors.who(headers));
  }
}
