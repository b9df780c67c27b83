package threadmill.server.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import threadmill.server.access.Right;
import threadmill.server.account.Visitors;
import threadmill.server.course.Courses;
import threadmill.server.problem.Refuses;
import threadmill.server.problem.RequestRefused;

/// What counts for everybody in a course.
@Path("/api/v1/courses/{course}/gradebook")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "grading")
class GradebookResource {
  private static final String CSV = "text/csv";

  private final Visitors visitors;
  private final Courses courses;
  private final ReadGradebook read;

  GradebookResource(Visitors visitors, Courses courses, ReadGradebook read) {
    this.visitors = visitors;
    this.courses = courses;
    this.read = read;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(summary = "Students × exercises with the points that count")
  @APIResponse(
      responseCode = "200",
      description = "As JSON, or with format=csv a row for each student",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = GradebookView.class)),
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
      })
  @Refuses({400, 401, 403, 404})
  public Response gradebook(
      @PathParam("course") String slug,
      @QueryParam("format") @DefaultValue("json") String format,
      @Context HttpHeaders headers) {
    var course = courses.require(visitors.who(headers), Right.SEE_CLASS, slug);
    return switch (format) {
      case "json" -> Response.ok(read.of(course), MediaType.APPLICATION_JSON_TYPE).build();
      case "csv" ->
          Response.ok(GradebookCsv.of(read.of(course)), CSV + ";charset=UTF-8")
              .header("Content-Disposition", "attachment; filename=\"" + course.slug + ".csv\"")
              .build();
      default -> throw RequestRefused.field("format", "must be json or csv");
    };
  }
}
