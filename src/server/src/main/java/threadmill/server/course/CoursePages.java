package threadmill.server.course;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import threadmill.server.web.Theme;

/// The pages of courses. They hold no data: scripts read the course from the address and ask the
/// REST interface.
@Path("/courses")
@Produces(MediaType.TEXT_HTML)
@NonBlocking
class CoursePages {
  @GET
  @Operation(hidden = true)
  public TemplateInstance courses(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return CoursesPage.in(Theme.of(theme));
  }

  @GET
  @Path("join")
  @Operation(hidden = true)
  public TemplateInstance join(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return JoinPage.in(Theme.of(theme));
  }

  @GET
  @Path("{course}")
  @Operation(hidden = true)
  public TemplateInstance course(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return CoursePage.in(Theme.of(theme));
  }

  @GET
  @Path("{course}/people")
  @Operation(hidden = true)
  public TemplateInstance people(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return PeoplePage.in(Theme.of(theme));
  }
}
