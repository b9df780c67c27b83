package threadmill.server.course;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Access;
import threadmill.server.access.Right;
import threadmill.server.access.Role;
import threadmill.server.account.ResetLink;
import threadmill.server.account.Visitors;
import threadmill.server.problem.Body;
import threadmill.server.problem.Id;
import threadmill.server.problem.Refuses;

/// The people of a course.
@Path("/api/v1/courses/{course}/members")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "courses")
class MemberResource {
  private final Visitors visitors;
  private final Access access;
  private final Courses courses;
  private final Members members;
  private final ImportRoster importRoster;
  private final ResetLink resetLink;

  MemberResource(
      Visitors visitors,
      Access access,
      Courses courses,
      Members members,
      ImportRoster importRoster,
      ResetLink resetLink) {
    this.visitors = visitors;
    this.access = access;
    this.courses = courses;
    this.members = members;
    this.importRoster = importRoster;
    this.resetLink = resetLink;
  }

  /// Somebody to take in, by login.
  record NewMember(@Nullable String login, @Nullable Role role) {}

  /// What somebody becomes.
  record NewRole(@Nullable Role role) {}

  @GET
  @Operation(summary = "Who is or was in a course")
  @APIResponse(
      responseCode = "200",
      description = "Staff first, then students by name, then who is gone",
      content = @Content(schema = @Schema(implementation = MemberView.Page.class)))
  @Refuses({401, 403, 404})
  public MemberView.Page all(@PathParam("course") String slug, @Context HttpHeaders headers) {
    return new MemberView.Page(
        members.of(courses.require(visitors.who(headers), Right.SEE_CLASS, slug)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Takes somebody in who has an account already")
  @APIResponse(
      responseCode = "200",
      description = "As they are in it now",
      content = @Content(schema = @Schema(implementation = MemberView.class)))
  @Refuses({400, 401, 403, 404, 409, 415})
  public MemberView add(
      @PathParam("course") String slug, @Nullable NewMember wanted, @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var course = courses.require(who, Right.MANAGE_PEOPLE, slug);
    var given = Body.required(wanted);
    var id = members.id(Body.required("login", given.login()));
    return members.set(access.member(who), course, id, Body.required("role", given.role()));
  }

  @PUT
  @Path("{account}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Gives a member another role, or takes one who left back in")
  @APIResponse(
      responseCode = "200",
      description = "As they are in it now",
      content = @Content(schema = @Schema(implementation = MemberView.class)))
  @Refuses({400, 401, 403, 404, 409, 415})
  public MemberView set(
      @PathParam("course") String slug,
      @PathParam("account") String account,
      @Nullable NewRole role,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var course = courses.require(who, Right.MANAGE_PEOPLE, slug);
    var id = member(course, account);
    return members.set(
        access.member(who), course, id, Body.required("role", Body.required(role).role()));
  }

  @DELETE
  @Path("{account}")
  @Operation(summary = "Takes somebody out of a course; what they handed in stays")
  @APIResponse(responseCode = "204", description = "They are out")
  @Refuses({401, 403, 404, 409})
  public void drop(
      @PathParam("course") String slug,
      @PathParam("account") String account,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var course = courses.require(who, Right.MANAGE_PEOPLE, slug);
    members.drop(access.member(who), course, member(course, account));
  }

  @POST
  @Path("{account}/link")
  @Operation(
      summary = "Makes a link by which a student claims the account or sets another password")
  @APIResponse(
      responseCode = "200",
      description = "The link's path, shown this once",
      content = @Content(schema = @Schema(implementation = ResetLink.Made.class)))
  @Refuses({401, 403, 404})
  public ResetLink.Made link(
      @PathParam("course") String slug,
      @PathParam("account") String account,
      @Context HttpHeaders headers) {
    var who = access.signedIn(visitors.who(headers));
    var course = courses.require(who, Right.MANAGE_PEOPLE, slug);
    return resetLink.forStudent(who, member(course, account));
  }

  @POST
  @Path("roster")
  @Consumes("text/csv")
  @Operation(
      summary = "Brings the course up to a roster",
      description =
          "CSV whose first line names columns: login or email, name (or first name and last name), and perhaps email and student number. Adds who is new, with a claim link each; updates who is known; marks students that an earlier roster named and this one does not as dropped. Deletes nobody.")
  @APIResponse(
      responseCode = "200",
      description = "What was done, or would be in a trial",
      content = @Content(schema = @Schema(implementation = ImportRoster.Report.class)))
  @Refuses({400, 401, 403, 404, 415})
  public ImportRoster.Report roster(
      @PathParam("course") String slug,
      @QueryParam("trial") @DefaultValue("false") boolean trial,
      @Nullable String csv,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var course = courses.require(who, Right.MANAGE_PEOPLE, slug);
    var roster = Roster.parse(csv == null ? "" : csv);
    return trial
        ? importRoster.attempt(course, roster)
        : importRoster.run(access.signedIn(who), course, roster);
  }

  private UUID member(Course course, String account) {
    var id = Id.parse(account).orElseThrow(Members::nobody);
    members.requireMember(course, id);
    return id;
  }
}
