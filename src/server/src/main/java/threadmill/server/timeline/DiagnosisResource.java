package threadmill.server.timeline;

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
import threadmill.server.problem.RequestRefused;
import threadmill.server.run.ReadRun;

@Path("/api/v1/runs/{id}/diagnosis")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "runs")
class DiagnosisResource {
  private final ReadRun runs;
  private final Timelines timelines;
  private final Visitors visitors;

  DiagnosisResource(ReadRun runs, Timelines timelines, Visitors visitors) {
    this.runs = runs;
    this.timelines = timelines;
    this.visitors = visitors;
  }

  @GET
  @Operation(
      summary = "Why a run was slow",
      description =
          "Computed from the run's timeline. A finding below its threshold is left out; so may be"
              + " all.")
  @APIResponse(
      responseCode = "200",
      description = "The findings, what matters most first",
      content = @Content(schema = @Schema(implementation = DiagnosisView.class)))
  @Refuses({401, 404})
  public DiagnosisView diagnosis(@PathParam("id") String id, @Context HttpHeaders headers) {
    var run = runs.run(id, visitors.who(headers));
    return timelines
        .zipped(run.id)
        .map(zipped -> DiagnosisView.of(timelines.read(zipped)))
        .orElseThrow(() -> RequestRefused.with(404, "This run has no timeline to diagnose."));
  }
}
