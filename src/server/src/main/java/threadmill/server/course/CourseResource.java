package threadmill.server.course;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Access;
import threadmill.server.access.Memberships;
import threadmill.server.access.Right;
import threadmill.server.access.Role;
import threadmill.server.access.Who;
import threadmill.server.account.Visitors;
import threadmill.server.problem.Body;
import threadmill.server.problem.Refuses;

@Path("/api/v1/courses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "courses")
class CourseResource {
  private final Visitors visitors;
  private final Access access;
  private final Courses courses;
  private final Memberships memberships;
  private final CreateCourse create;
  private final JoinCourse join;

  CourseResource(
      Visitors visitors,
      Access access,
      Courses courses,
      Memberships memberships,
      CreateCourse create,
      JoinCourse join) {
    this.visitors = visitors;
    this.access = access;
    this.courses = courses;
    this.memberships = memberships;
    this.create = create;
    this.join = join;
  }

  /// A course to join.
  record Join(@Nullable String code) {}

  @GET
  @Transactional
  @Operation(summary = "The courses that one is in; an administrator's are all")
  @APIResponse(
      responseCode = "200",
      description = "By title",
      content = @Content(schema = @Schema(implementation = CourseView.Page.class)))
  @Refuses(401)
  public CourseView.Page mine(@Context HttpHeaders headers) {
    var who = access.member(visitors.who(headers));
    Map<UUID, Role> roles = new HashMap<>();
    memberships.ofAccount(who.account()).forEach(it -> roles.put(it.courseId, it.role));
    var all = who.siteAdmin() ? courses.everyOne() : courses.of(roles.keySet().stream().toList());
    return new CourseView.Page(
        all.stream()
            .map(it -> CourseView.of(it, roles.getOrDefault(it.id, Role.INSTRUCTOR)))
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes a course, whose instructor one is then")
  @APIResponse(
      responseCode = "201",
      description = "Made; people may join by its code",
      content = @Content(schema = @Schema(implementation = CourseView.class)))
  @Refuses({400, 401, 403, 415})
  public Response create(CreateCourse.@Nullable Wanted wanted, @Context HttpHeaders headers) {
    var who = access.courseCreator(visitors.who(headers));
    var course = create.create(who, Body.required(wanted));
    return Response.created(URI.create("/api/v1/courses/" + course.slug))
        .entity(CourseView.of(course, Role.INSTRUCTOR))
        .build();
  }

  @POST
  @Path("join")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Joins a course by its code, as a student")
  @APIResponse(
      responseCode = "200",
      description = "The course, joined now or before",
      content = @Content(schema = @Schema(implementation = CourseView.class)))
  @Refuses({400, 401, 403, 415, 429})
  public CourseView join(
      @Nullable Join wanted,
      @Context HttpHeaders headers,
      @Context io.vertx.core.http.HttpServerRequest http) {
    var who = access.signedIn(visitors.who(headers));
    var course =
        join.guarded(
            Body.required("code", Body.required(wanted).code()),
            who.account(),
            http.remoteAddress().hostAddress());
    return view(who, course);
  }

  @GET
  @Path("{course}")
  @Operation(summary = "A course that one is in")
  @APIResponse(
      responseCode = "200",
      description = "The course",
      content = @Content(schema = @Schema(implementation = CourseView.class)))
  @Refuses({401, 404})
  public CourseView course(@PathParam("course") String slug, @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    return view(who, courses.require(who, Right.SEE_COURSE, slug));
  }

  @PATCH
  @Path("{course}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes a course: its words, whether people may join, whether it is over")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = CourseView.class)))
  @Refuses({400, 401, 403, 404, 415})
  public CourseView change(
      @PathParam("course") String slug,
      CreateCourse.@Nullable Change change,
      @Context HttpHeaders headers) {
    var who = visitors.who(headers);
    var course = courses.require(who, Right.MANAGE_COURSE, slug);
    return view(who, create.change(course, Body.required(change)));
  }

  private CourseView view(Who who, Course course) {
    return CourseView.of(course, access.role(who, course.id).orElseThrow(Access::noCourse));
  }
}
