package threadmill.server.account;

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

/// The pages of accounts. They hold nothing of anybody: scripts ask the REST interface, which alone
/// decides who may see and do what.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@NonBlocking
class AccountPages {
  @GET
  @Path("sign-in")
  @Operation(hidden = true)
  public TemplateInstance signIn(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return SignInPage.in(Theme.of(theme));
  }

  @GET
  @Path("sign-up")
  @Operation(hidden = true)
  public TemplateInstance signUp(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return SignUpPage.in(Theme.of(theme));
  }

  @GET
  @Path("forgotten")
  @Operation(hidden = true)
  public TemplateInstance forgotten(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return ForgottenPage.in(Theme.of(theme));
  }

  @GET
  @Path("link")
  @Operation(hidden = true)
  public TemplateInstance link(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return LinkPage.in(Theme.of(theme));
  }

  @GET
  @Path("account")
  @Operation(hidden = true)
  public TemplateInstance account(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return AccountPage.in(Theme.of(theme));
  }

  @GET
  @Path("admin")
  @Operation(hidden = true)
  public TemplateInstance admin(@CookieParam(Theme.COOKIE) @Nullable String theme) {
    return AdminPage.in(Theme.of(theme));
  }
}
