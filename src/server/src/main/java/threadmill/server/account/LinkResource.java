package threadmill.server.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import threadmill.server.problem.Body;
import threadmill.server.problem.Refuses;

/// One-time links. Their secrets come in bodies, never in addresses, which logs keep.
@Path("/api/v1/links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "account")
class LinkResource {
  private final UseLink use;
  private final Visitors visitors;

  LinkResource(UseLink use, Visitors visitors) {
    this.use = use;
    this.visitors = visitors;
  }

  /// A link to look at.
  ///
  /// @param secret what stands behind its `#`
  record Look(@Nullable String secret) {}

  /// A link to use.
  ///
  /// @param login only for a link that makes an account, as are name and email
  record Use(
      @Nullable String secret,
      @Nullable String login,
      @Nullable String name,
      @Nullable String email,
      @Nullable String password) {}

  @POST
  @Path("look")
  @Operation(summary = "What a one-time link is for")
  @APIResponse(
      responseCode = "200",
      description = "The link is good",
      content = @Content(schema = @Schema(implementation = UseLink.LinkView.class)))
  @Refuses({400, 403, 404, 415, 429})
  public UseLink.LinkView look(@Nullable Look look, @Context HttpServerRequest http) {
    return use.look(
        Body.required("secret", Body.required(look).secret()), http.remoteAddress().hostAddress());
  }

  @POST
  @Operation(summary = "Sets a password by a one-time link, and signs in")
  @APIResponse(
      responseCode = "200",
      description = "Signed in; sets the session's cookie",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  @Refuses({400, 401, 403, 404, 415, 429})
  public Response use(
      @Nullable Use link, @Context HttpHeaders headers, @Context HttpServerRequest http) {
    var given = Body.required(link);
    var entered =
        use.use(
            Body.required("secret", given.secret()),
            new SignUp.Chosen(given.login(), given.name(), given.email(), given.password()),
            SessionResource.browser(visitors.who(headers), http));
    return Response.ok(AccountView.of(entered.account())).cookie(entered.cookie()).build();
  }
}
