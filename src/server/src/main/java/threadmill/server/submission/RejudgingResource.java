package threadmill.server.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Access;
import threadmill.server.access.Right;
import threadmill.server.access.Who;
import threadmill.server.account.Visitors;
import threadmill.server.course.Course;
import threadmill.server.course.Courses;
import threadmill.server.exercise.store.ReadExercises;
import threadmill.server.exercise.store.StoredExercise;
import threadmill.server.judging.JudgeQueue;
import threadmill.server.problem.Body;
import threadmill.server.problem.Refuses;

/// Submissions to an exercise that are judged anew.
@Path("/api/v1/courses/{course}/exercises/{exercise}/rejudgings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "grading")
class RejudgingResource {
  private final Visitors visitors;
  private final Access access;
  private final Courses courses;
  private final ReadExercises exercises;
  private final StartRejudging start;
  private final EndRejudging end;
  private final ReadRejudging read;
  private final JudgeQueue queue;

  RejudgingResource(
      Visitors visitors,
      Access access,
      Courses courses,
      ReadExercises exercises,
      StartRejudging start,
      EndRejudging end,
      ReadRejudging read,
      JudgeQueue queue) {
    this.visitors = visitors;
    this.access = access;
    this.courses = courses;
    this.exercises = exercises;
    this.start = start;
    this.end = end;
    this.read = read;
    this.queue = queue;
  }

  /// Where somebody grades.
  private record Place(Who.Member who, Course course, StoredExercise exercise) {}

  @GET
  @Operation(summary = "What was or is judged anew of an exercise")
  @APIResponse(
      responseCode = "200",
      description = "The newest first, without differences",
      content = @Content(schema = @Schema(implementation = RejudgingView.Page.class)))
  @Refuses({401, 403, 404})
  public RejudgingView.Page all(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @Context HttpHeaders headers) {
    return read.all(place(course, slug, headers).exercise());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Judges submissions anew: all, the best of each student, or listed ones",
      description = "Nothing changes for students until it is applied; their own go first.")
  @APIResponse(
      responseCode = "202",
      description = "Queued",
      content = @Content(schema = @Schema(implementation = RejudgingView.class)))
  @Refuses({400, 401, 403, 404, 409, 415})
  public Response begin(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      StartRejudging.@Nullable Wanted wanted,
      @Context HttpHeaders headers) {
    var at = place(course, slug, headers);
    var made = start.begin(at.who(), at.course(), at.exercise(), Body.required(wanted));
    queue.look();
    return Response.accepted(read.view(at.exercise(), made.id)).build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "How far it is, and what it changes, by submission and by student")
  @APIResponse(
      responseCode = "200",
      description = "What changed comes first",
      content = @Content(schema = @Schema(implementation = RejudgingView.class)))
  @Refuses({401, 403, 404})
  public RejudgingView one(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @PathParam("id") String id,
      @Context HttpHeaders headers) {
    var exercise = place(course, slug, headers).exercise();
    return read.view(exercise, read.one(exercise, id).id);
  }

  @POST
  @Path("{id}/application")
  @Operation(summary = "Makes the new results count; the old ones are kept")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = RejudgingView.class)))
  @Refuses({401, 403, 404, 409})
  public RejudgingView apply(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @PathParam("id") String id,
      @Context HttpHeaders headers) {
    var at = place(course, slug, headers);
    var rejudging = read.one(at.exercise(), id).id;
    end.apply(at.who(), at.course(), at.exercise(), rejudging);
    return read.view(at.exercise(), rejudging);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Discards the new results; nothing changes for anybody")
  @APIResponse(responseCode = "204", description = "Discarded; it can still be read")
  @Refuses({401, 403, 404, 409})
  public void discard(
      @PathParam("course") String course,
      @PathParam("exercise") String slug,
      @PathParam("id") String id,
      @Context HttpHeaders headers) {
    var at = place(course, slug, headers);
    end.discard(at.who(), at.course(), at.exercise(), read.one(at.exercise(), id).id);
  }

  private Place place(String course, String slug, HttpHeaders headers) {
    var who = visitors.who(headers);
    var in = courses.require(who, Right.GRADE, course);
    return new Place(access.member(who), in, exercises.graded(in, slug));
  }
}
