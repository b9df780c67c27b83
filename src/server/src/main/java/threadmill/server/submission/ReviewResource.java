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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.server.account.Visitors;
import threadmill.server.problem.Body;
import threadmill.server.problem.Refuses;

/// What staff make of a submission.
@Path("/api/v1/judgings/{id}/review")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "grading")
class ReviewResource {
  private final Visitors visitors;
  private final ReviewSubmission review;

  ReviewResource(Visitors visitors, ReviewSubmission review) {
    this.visitors = visitors;
    this.review = review;
  }

  @GET
  @Operation(summary = "Points by hand and comments on a submission, for its student and staff")
  @APIResponse(
      responseCode = "200",
      description = "The review; empty where nobody has said anything",
      content = @Content(schema = @Schema(implementation = ReviewView.class)))
  @Refuses({401, 404})
  public ReviewView review(@PathParam("id") String id, @Context HttpHeaders headers) {
    return review.read(visitors.who(headers), id);
  }

  @POST
  @Path("points")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Gives or takes points, with a reason")
  @APIResponse(
      responseCode = "200",
      description = "The review as it is now",
      content = @Content(schema = @Schema(implementation = ReviewView.class)))
  @Refuses({400, 401, 403, 404, 409, 415})
  public ReviewView adjust(
      @PathParam("id") String id,
      ReviewSubmission.@Nullable Amount wanted,
      @Context HttpHeaders headers) {
    return review.adjust(visitors.who(headers), id, Body.required(wanted));
  }

  @POST
  @Path("comments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Comments on a line of a submission")
  @APIResponse(
      responseCode = "200",
      description = "The review as it is now",
      content = @Content(schema = @Schema(implementation = ReviewView.class)))
  @Refuses({400, 401, 403, 404, 409, 415})
  public ReviewView comment(
      @PathParam("id") String id,
      ReviewSubmission.@Nullable Line wanted,
      @Context HttpHeaders headers) {
    return review.comment(visitors.who(headers), id, Body.required(wanted));
  }

  @DELETE
  @Path("comments/{comment}")
  @Operation(summary = "Takes a comment away")
  @APIResponse(responseCode = "204", description = "Gone")
  @Refuses({401, 403, 404, 409})
  public void uncomment(
      @PathParam("id") String id,
      @PathParam("comment") String comment,
      @Context HttpHeaders headers) {
    review.uncomment(visitors.who(headers), id, comment);
  }
}
