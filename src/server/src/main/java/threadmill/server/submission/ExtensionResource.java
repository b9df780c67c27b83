package threadmill.server.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Access;
import threadmill.server.access.Right;
import threadmill.server.account.Visitors;
import threadmill.server.course.Courses;
import threadmill.server.exercise.store.ReadExercises;
import threadmill.server.problem.Body;
import threadmill.server.problem.Refuses;

/// Other due dates for single students.
@Path("/api/v1/courses/{course}/exercises/{exercise}/extensions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "grading")
class ExtensionResource {
  private final Visitors visitors;
  private final Access access;
  private final Courses courses;
  private final ReadExercises exercises;
  private final GiveExtension extensions;

  ExtensionResource(
      Visitors visitors,
      Access access,
      Courses courses,
      ReadExercises exercises,
      GiveExtension extensions) {
    this.visitors = visitors;
    this.access = access;
    this.courses = courses;
    this.exercises = exercises;
    this.extensions = extensions;
  }

  @GET
  @Operation(summary = "Who has another due date for an exercise")
  @APIResponse(
      responseCode = "200",
      description = "The earliest first",
      content = @Content(schema = @Schema(implementation = GiveExtension.Page.class)))
  @Refuses({401, 403, 404})
  public GiveExtension.Page all(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var in = courses.require(who, Right.SEE_CLASS, course);
    return extensions.all(exercises.graded(in, slug));
  }

  @PUT
  @Path("{account}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Gives a member another due date; the late date moves by as much")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = GiveExtension.View.class)))
  @Refuses({400, 401, 403, 404, 409, 415})
  public GiveExtension.View give(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @PathParam("account") String account,
      GiveExtension.@Nullable Wanted wanted,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var in = courses.require(who, Right.GRADE, course);
    var exercise = exercises.graded(in, slug);
    return extensions.give(access.member(who), in, exercise, account, Body.required(wanted));
  }

  @DELETE
  @Path("{account}")
  @Operation(summary = "Takes another due date back")
  @APIResponse(responseCode = "204", description = "They are under everybody's dates again")
  @Refuses({401, 403, 404})
  public void takeBack(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @PathParam("account") String account,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var in = courses.require(who, Right.GRADE, course);
    var exercise = exercises.graded(in, slug);
    extensions.takeBack(access.member(who), in, exercise, account);
  }
}
