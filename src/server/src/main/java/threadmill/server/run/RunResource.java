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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.server.guest.Guests;
import threadmill.server.problem.Problem;
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
  private final RunAccess access;
  private final RunDelivery delivery;
  private final Guests guests;

  RunResource(
      CheckRequest check,
      StartRun start,
      ReadRun read,
      CancelRun cancel,
      RunAccess access,
      RunDelivery delivery,
      Guests guests) {
    this.check = check;
    this.start = start;
    this.read = read;
    this.cancel = cancel;
    this.access = access;
    this.delivery = delivery;
    this.guests = guests;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Stores a program and queues a run of it")
  @APIResponse(
      responseCode = "201",
      description = "Queued; a guest's cookie is set where none came",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = RunView.class)))
  @APIResponse(
      responseCode = "400",
      description = "Fields have to change",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "403",
      description = "Sent by another site's page",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "413",
      description = "More source than a run may have",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "415",
      description = "Not JSON",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "429",
      description = "Too many runs wait already",
      headers =
          @Header(
              name = "Retry-After",
              description = "seconds",
              schema = @Schema(type = SchemaType.INTEGER)),
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "503",
      description = "No run can be taken now",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response start(
      @Nullable RunRequest request, @Context HttpHeaders headers, @Context HttpServerRequest http) {
    var checked = check.check(request);
    var unavailable = delivery.unavailable();
    if (!unavailable.isEmpty()) {
      throw RequestRefused.notNow(503, unavailable, 30);
    }
    var known = guests.known(headers);
    var newcomer = known.isPresent() ? null : guests.welcome();
    var guest = newcomer == null ? known.orElseThrow() : newcomer.id();
    var started = start.start(checked, new Requester(guest, http.remoteAddress().hostAddress()));
    delivery.queued();
    var view = read.view(started.run(), started.told(), checked.files(), Optional.of(guest));
    var response = Response.created(URI.create("/api/v1/runs/" + view.id())).entity(view);
    return newcomer == null ? response.build() : response.cookie(newcomer.cookie()).build();
  }

  @GET
  @Operation(summary = "The newest runs of whoever asks")
  @APIResponse(
      responseCode = "200",
      description = "Newest first; empty for who has no guest's cookie",
      content = @Content(schema = @Schema(implementation = RunSummary.Page.class)))
  @APIResponse(
      responseCode = "400",
      description = "limit is out of range",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public RunSummary.Page recent(
      @QueryParam("limit")
          @DefaultValue("20")
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100")
          String limit,
      @Context HttpHeaders headers) {
    return new RunSummary.Page(read.recent(guests.known(headers), listed(limit)));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Where a run stands, or how it ended")
  @APIResponse(
      responseCode = "200",
      description = "The run",
      content = @Content(schema = @Schema(implementation = RunView.class)))
  @APIResponse(
      responseCode = "404",
      description = "No such run",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public RunView run(@PathParam("id") String id, @Context HttpHeaders headers) {
    return read.view(id, guests.known(headers));
  }

  @GET
  @Path("{id}/output")
  @Operation(summary = "What a run wrote; while it runs, what it has written so far")
  @APIResponse(
      responseCode = "200",
      description = "The output of its last attempt",
      content = @Content(schema = @Schema(implementation = OutputView.class)))
  @APIResponse(
      responseCode = "404",
      description = "No such run",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public OutputView output(@PathParam("id") String id, @Context HttpHeaders headers) {
    return read.output(id, guests.known(headers));
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
  @APIResponse(
      responseCode = "403",
      description = "Somebody else's run",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "No such run",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response cancel(@PathParam("id") String id, @Context HttpHeaders headers) {
    var guest = guests.known(headers);
    var run = read.run(id, guest);
    if (!access.mayCancel(run, guest)) {
      throw RequestRefused.with(403, "Only who started this run may cancel it.");
    }
    if (cancel.cancel(run.id)) {
      delivery.cancelRequested(run.id);
    }
    return Response.accepted(read.view(id, guest)).build();
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
