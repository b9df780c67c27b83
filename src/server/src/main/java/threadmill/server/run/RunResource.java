package threadmill.server.run;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Access;
import threadmill.server.account.Visitors;
import threadmill.server.problem.Refuses;
import threadmill.server.problem.RequestRefused;

@Path("/api/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "runs")
class RunResource {
  private static final int MOST_LISTED = 100;

  private final CheckRequest check;
  private final StartRun start;
  private final ReadRun read;
  private final CancelRun cancel;
  private final Access access;
  private final RunDelivery delivery;
  private final Visitors visitors;

  RunResource(
      CheckRequest check,
      StartRun start,
      ReadRun read,
      CancelRun cancel,
      Access access,
      RunDelivery delivery,
      Visitors visitors) {
    this.check = check;
    this.start = start;
    this.read = read;
    this.cancel = cancel;
    this.access = access;
    this.delivery = delivery;
    this.visitors = visitors;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Stores a program and queues a run of it")
  @APIResponse(
      responseCode = "201",
      description = "Queued; a guest's cookie is set where none came",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = RunView.class)))
  @Refuses({400, 401, 403, 413, 415, 429, 503})
  public Response start(
      @Nullable RunRequest request, @Context HttpHeaders headers, @Context HttpServerRequest http) {
    var checked = check.check(request);
    var unavailable = delivery.unavailable();
    if (!unavailable.isEmpty()) {
      throw RequestRefused.notNow(503, unavailable, 30);
    }
    var starting = visitors.starts(headers);
    access.requireRunning(starting.who());
    var requester = new Requester(starting.who(), http.remoteAddress().hostAddress());
    var started = start.start(checked, requester);
    delivery.queued();
    var view = read.view(started.run(), started.told(), checked.files(), starting.who());
    var response = Response.created(URI.create("/api/v1/runs/" + view.id())).entity(view);
    return starting.keptBy(response).build();
  }

  @GET
  @Operation(summary = "The newest runs of whoever asks")
  @APIResponse(
      responseCode = "200",
      description = "Newest first; empty for who has started none",
      content = @Content(schema = @Schema(implementation = RunSummary.Page.class)))
  @Refuses({400, 401})
  public RunSummary.Page recent(
      @QueryParam("limit")
          @DefaultValue("20")
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100")
          String limit,
      @Context HttpHeaders headers) {
    return new RunSummary.Page(read.recent(visitors.who(headers), listed(limit)));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Where a run stands, or how it ended")
  @APIResponse(
      responseCode = "200",
      description = "The run",
      content = @Content(schema = @Schema(implementation = RunView.class)))
  @Refuses({401, 404})
  public RunView run(@PathParam("id") String id, @Context HttpHeaders headers) {
    return read.view(id, visitors.who(headers));
  }

  @GET
  @Path("{id}/output")
  @Operation(summary = "What a run wrote; while it runs, what it has written so far")
  @APIResponse(
      responseCode = "200",
      description = "The output of its last attempt",
      content = @Content(schema = @Schema(implementation = OutputView.class)))
  @Refuses({401, 404})
  public OutputView output(@PathParam("id") String id, @Context HttpHeaders headers) {
    return read.output(id, visitors.who(headers));
  }

  /// A finished run is what was asked for, so cancelling it again is no error: 202, and the verdict
  /// that it has.
  @DELETE
  @Path("{id}")
  @Operation(summary = "Cancels a run")
  @APIResponse(
      responseCode = "202",
      description = "It will end, or has ended: the run",
      content = @Content(schema = @Schema(implementation = RunView.class)))
  @Refuses({401, 403, 404})
  public Response cancel(@PathParam("id") String id, @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var run = read.run(id, who);
    if (!access.mayStop(who, run)) {
      throw RequestRefused.with(
          403, "Only who started this run may cancel it, or staff of its course.");
    }
    if (cancel.cancel(run.id)) {
      delivery.cancelRequested(run.id);
    }
    return Response.accepted(read.view(id, who)).build();
  }

  private static int listed(String limit) {
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= MOST_LISTED) {
        return number;
      }
    } catch (NumberFormatException unreadable) {
      // Refused below like a number out of range.
    }
    throw RequestRefused.field("limit", "must be a number from 1 to " + MOST_LISTED);
  }
}
