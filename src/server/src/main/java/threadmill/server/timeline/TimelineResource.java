package threadmill.server.timeline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.runner.timeline.Timeline;
import threadmill.server.account.Visitors;
import threadmill.server.problem.Refuses;
import threadmill.server.problem.RequestRefused;
import threadmill.server.run.ReadRun;
import threadmill.server.run.RunState;

@Path("/api/v1/runs/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "runs")
class TimelineResource {
  private final ReadRun runs;
  private final Timelines timelines;
  private final TraceExport trace;
  private final Visitors visitors;

  TimelineResource(ReadRun runs, Timelines timelines, TraceExport trace, Visitors visitors) {
    this.runs = runs;
    this.timelines = timelines;
    this.trace = trace;
    this.visitors = visitors;
  }

  @GET
  @Operation(summary = "What every thread and core did during a run")
  @APIResponse(
      responseCode = "200",
      description = "The timeline; with format=trace as Chrome trace-event JSON",
      content = @Content(schema = @Schema(implementation = Timeline.class)))
  @Refuses({400, 401, 404})
  public Response timeline(
      @PathParam("id") String id,
      @QueryParam("format") @Schema(type = SchemaType.STRING, enumeration = "trace")
          @Nullable String format,
      @Context HttpHeaders headers)
      throws IOException {
    if (format != null && !format.equals("trace")) {
      throw RequestRefused.field("format", "must be trace, or absent");
    }
    var run = runs.run(id, visitors.who(headers));
    var zipped =
        timelines
            .zipped(run.id)
            .orElseThrow(() ->
                RequestRefused.with(
                    404,
                    run.state == RunState.FINISHED
                        ? "This run has no timeline: its program was never started."
                        : "This run has no timeline yet; it comes with the verdict."));
    return format == null ? stored(zipped, headers) : trace(id, zipped);
  }

  private static Response stored(byte[] zipped, HttpHeaders headers) throws IOException {
    var accepted = headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
    if (accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip")) {
      return Response.ok(zipped, MediaType.APPLICATION_JSON_TYPE)
          .header(HttpHeaders.CONTENT_ENCODING, "gzip")
          .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
          .build();
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return Response.ok(in.readAllBytes(), MediaType.APPLICATION_JSON_TYPE)
          .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
          .build();
    }
  }

  private Response trace(String id, byte[] zipped) throws IOException {
    var bytes = new ByteArrayOutputStream();
    trace.write(timelines.read(zipped), bytes);
    return Response.ok(bytes.toByteArray(), MediaType.APPLICATION_JSON_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"threadmill-" + id + ".json\"")
        .build();
  }
}
