package threadmill.server.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import threadmill.server.access.Who;
import threadmill.server.problem.Body;
import threadmill.server.problem.Refuses;
import threadmill.server.settings.ServerConfig;

/// Signing in and out of this browser.
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "account")
class SessionResource {
  private final Visitors visitors;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Accounts accounts;
  private final ServerConfig config;
  private final SendMail mail;

  SessionResource(
      Visitors visitors,
      SignIn signIn,
      Sessions sessions,
      Accounts accounts,
      ServerConfig config,
      SendMail mail) {
    this.visitors = visitors;
    this.signIn = signIn;
    this.sessions = sessions;
    this.accounts = accounts;
    this.config = config;
    this.mail = mail;
  }

  /// What somebody types to sign in.
  ///
  /// @param remember whether the browser stays signed in when it is closed; false where absent
  record Credentials(
      @Nullable String login, @Nullable String password, @Nullable Boolean remember) {}

  @GET
  @Transactional
  @Operation(summary = "Who is signed in, and how one gets an account")
  @APIResponse(
      responseCode = "200",
      description = "The account is absent for who is not signed in",
      content = @Content(schema = @Schema(implementation = SessionView.Standing.class)))
  @Refuses(401)
  public SessionView.Standing standing(@Context HttpHeaders headers) {
    var account =
        visitors.who(headers) instanceof Who.Member member
            ? AccountView.of(accounts.findById(member.account()))
            : null;
    return new SessionView.Standing(account, config.signUp().word(), mail.possible());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Signs in; what was started as a guest comes along")
  @APIResponse(
      responseCode = "200",
      description = "Signed in; sets the session's cookie",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  @Refuses({400, 401, 403, 415, 429})
  public Response signIn(
      @Nullable Credentials credentials,
      @Context HttpHeaders headers,
      @Context HttpServerRequest http) {
    var given = Body.required(credentials);
    var entered =
        signIn.byPassword(
            Body.required("login", given.login()),
            Body.required("password", given.password()),
            Boolean.TRUE.equals(given.remember()),
            browser(visitors.who(headers), http));
    return Response.ok(AccountView.of(entered.account())).cookie(entered.cookie()).build();
  }

  @DELETE
  @Transactional
  @Operation(summary = "Signs out")
  @APIResponse(responseCode = "204", description = "Signed out, or never was in")
  @Refuses({401, 403})
  public Response signOut(@Context HttpHeaders headers) {
    if (visitors.who(headers) instanceof Who.Member member
        && member.credential() instanceof Who.Credential.Session session) {
      sessions.deleteById(session.id());
    }
    return Response.noContent().cookie(sessions.forget()).build();
  }

  /// The browser that sent a request.
  static SignIn.Browser browser(Who who, HttpServerRequest http) {
    return new SignIn.Browser(
        who, http.remoteAddress().hostAddress(), http.getHeader(HttpHeaders.USER_AGENT));
  }
}
