package threadmill.server.experiment;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.UUID;
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
import threadmill.server.run.RunDelivery;

@Path("/api/v1/experiments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "experiments")
class ExperimentResource {
  private static final int MOST_LISTED = 100;
  private static final String CSV = "text/csv";

  private final CheckExperiment check;
  private final StartExperiment start;
  private final ReadExperiment read;
  private final ChangeExperiment change;
  private final Conductor conductor;
  private final RunDelivery delivery;
  private final Visitors visitors;
  private final Access access;

  ExperimentResource(
      CheckExperiment check,
      StartExperiment start,
      ReadExperiment read,
      ChangeExperiment change,
      Conductor conductor,
      RunDelivery delivery,
      Visitors visitors,
      Access access) {
    this.check = check;
    this.start = start;
    this.read = read;
    this.change = change;
    this.conductor = conductor;
    this.delivery = delivery;
    this.visitors = visitors;
    this.access = access;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Measures a program over a matrix of settings",
      description =
          "Every value of an axis is combined with every value of the others. A size is handed to the program before its other arguments. Executors caller and single have one worker, whatever the parallelism.")
  @APIResponse(
      responseCode = "201",
      description = "Queued; a guest's cookie is set where none came",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ExperimentView.class)))
  @Refuses({400, 401, 403, 413, 415, 429, 503})
  public Response start(@Nullable ExperimentRequest request, @Context HttpHeaders headers) {
    var checked = check.check(request);
    var unavailable = delivery.unavailable();
    if (!unavailable.isEmpty()) {
      throw RequestRefused.notNow(503, unavailable, 30);
    }
    var starting = visitors.starts(headers);
    access.requireRunning(starting.who());
    var id = start.start(checked, starting.who()).toString();
    var view = read.view(id, starting.who());
    conductor.look();
    var response = Response.created(URI.create("/api/v1/experiments/" + id)).entity(view);
    return starting.keptBy(response).build();
  }

  @GET
  @Operation(summary = "The newest experiments of whoever asks")
  @APIResponse(
      responseCode = "200",
      description = "Newest first; empty for who has started none",
      content = @Content(schema = @Schema(implementation = ExperimentSummary.Page.class)))
  @Refuses({400, 401})
  public ExperimentSummary.Page recent(
      @QueryParam("limit")
          @DefaultValue("20")
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100")
          String limit,
      @Context HttpHeaders headers) {
    return new ExperimentSummary.Page(read.recent(visitors.who(headers), listed(limit)));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Where an experiment stands, what it found, and what follows from that")
  @APIResponse(
      responseCode = "200",
      description = "The experiment",
      content = @Content(schema = @Schema(implementation = ExperimentView.class)))
  @Refuses({401, 404})
  public ExperimentView experiment(@PathParam("id") String id, @Context HttpHeaders headers) {
    return read.view(id, visitors.who(headers));
  }

  @GET
  @Path("{id}/results")
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(summary = "All that was measured: every repetition, and what follows from them")
  @APIResponse(
      responseCode = "200",
      description = "As JSON, or with format=csv a row for each repetition",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ResultsView.class)),
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
      })
  @Refuses({400, 401, 404})
  public Response results(
      @PathParam("id") String id, @QueryParam("format") @DefaultValue("json") String format) {
    var results = read.results(id);
    return switch (format) {
      case "json" -> Response.ok(results, MediaType.APPLICATION_JSON_TYPE).build();
      case "csv" ->
          Response.ok(Csv.of(results), CSV + ";charset=UTF-8")
              .header("Content-Disposition", "attachment; filename=\"experiment-" + id + ".csv\"")
              .build();
      default -> throw RequestRefused.field("format", "must be json or csv");
    };
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Stops an experiment; what it has measured stays")
  @APIResponse(
      responseCode = "202",
      description = "It will end, or has ended: the experiment",
      content = @Content(schema = @Schema(implementation = ExperimentView.class)))
  @Refuses({401, 403, 404})
  public Response cancel(@PathParam("id") String id, @Context HttpHeaders headers) {
    change.cancel(owned(id, headers));
    conductor.look();
    return Response.accepted(read.view(id, visitors.who(headers))).build();
  }

  @POST
  @Path("{id}/cells/{number}/again")
  @Operation(
      summary = "Measures a cell again",
      description = "What was measured of it before stays in the results, and counts no more.")
  @APIResponse(
      responseCode = "202",
      description = "It will be measured: the experiment",
      content = @Content(schema = @Schema(implementation = ExperimentView.class)))
  @Refuses({401, 403, 404, 409})
  public Response again(
      @PathParam("id") String id,
      @PathParam("number") @Schema(type = SchemaType.INTEGER) String number,
      @Context HttpHeaders headers) {
    change.again(owned(id, headers), cell(number));
    conductor.look();
    return Response.accepted(read.view(id, visitors.who(headers))).build();
  }

  private UUID owned(String id, HttpHeaders headers) {
    var experiment = read.experiment(id);
    if (!access.mayStop(visitors.who(headers), experiment)) {
      throw RequestRefused.with(403, "Only who started this experiment may change it.");
    }
    return experiment.id;
  }

  private static int cell(String number) {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException unreadable) {
      throw RequestRefused.with(404, "There is no cell with this number.");
    }
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
