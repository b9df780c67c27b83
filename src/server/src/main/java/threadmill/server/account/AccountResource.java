package threadmill.server.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Access;
import threadmill.server.access.Who;
import threadmill.server.problem.Body;
import threadmill.server.problem.Id;
import threadmill.server.problem.Refuses;
import threadmill.server.problem.RequestRefused;
import threadmill.server.settings.ServerConfig;
import threadmill.server.settings.SignUpMode;

/// One's own account.
@Path("/api/v1/account")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "account")
class AccountResource {
  private final Visitors visitors;
  private final Access access;
  private final SignUp signUp;
  private final JoinByCode courses;
  private final ChangeAccount change;
  private final Sessions sessions;
  private final RequestReset reset;
  private final MyData data;
  private final Throttle throttle;
  private final ServerConfig config;

  AccountResource(
      Visitors visitors,
      Access access,
      SignUp signUp,
      JoinByCode courses,
      ChangeAccount change,
      Sessions sessions,
      RequestReset reset,
      MyData data,
      Throttle throttle,
      ServerConfig config) {
    this.visitors = visitors;
    this.access = access;
    this.signUp = signUp;
    this.courses = courses;
    this.change = change;
    this.sessions = sessions;
    this.reset = reset;
    this.data = data;
    this.throttle = throttle;
    this.config = config;
  }

  /// An account to make.
  ///
  /// @param joinCode of a course; required where accounts are made by code alone
  record NewAccount(
      @Nullable String login,
      @Nullable String name,
      @Nullable String email,
      @Nullable String password,
      @Nullable String joinCode) {}

  /// Another password.
  record NewPassword(@Nullable String current, @Nullable String next) {}

  /// Proof that it is its owner who deletes an account.
  record Confirmation(@Nullable String password) {}

  /// Who wants a mail with a link for another password.
  record Forgotten(@Nullable String login) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes an account, and signs in; what was started as a guest comes along")
  @APIResponse(
      responseCode = "201",
      description = "Made; sets the session's cookie",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  @Refuses({400, 401, 403, 409, 415, 429})
  public Response make(
      @Nullable NewAccount wanted, @Context HttpHeaders headers, @Context HttpServerRequest http) {
    var given = Body.required(wanted);
    var who = visitors.who(headers);
    if (who instanceof Who.Member) {
      throw RequestRefused.with(409, "You are signed in; sign out first to make another account.");
    }
    var browser = SessionResource.browser(who, http);
    var entered =
        signUp.signUp(
            new SignUp.Chosen(given.login(), given.name(), given.email(), given.password()),
            browser,
            joining(given.joinCode(), browser.address()));
    return Response.status(Response.Status.CREATED)
        .entity(AccountView.of(entered.account()))
        .cookie(entered.cookie())
        .build();
  }

  private Consumer<Account> joining(@Nullable String code, String address) {
    boolean none = code == null || code.isBlank();
    if (config.signUp() == SignUpMode.CLOSED) {
      throw RequestRefused.with(
          403, "Accounts are made by staff here: ask them for a link that lets you in.");
    } else if (none && config.signUp() == SignUpMode.CODE) {
      throw RequestRefused.field("joinCode", "is required here; your course's staff know it");
    } else if (none || code == null) {
      return _ -> {};
    }
    throttle.checkAddress(address);
    if (!courses.good(code)) {
      throttle.failedAt(address);
      throw RequestRefused.field("joinCode", "is not the code of a course that takes people now");
    }
    return account -> courses.join(code, account.id);
  }

  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes what is shown of oneself")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  @Refuses({400, 401, 403, 415})
  public AccountView show(ChangeAccount.@Nullable Shown shown, @Context HttpHeaders headers) {
    return AccountView.of(
        change.show(access.signedIn(visitors.who(headers)), Body.required(shown)));
  }

  @PUT
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sets another password, and signs out everywhere else")
  @APIResponse(responseCode = "204", description = "Set")
  @Refuses({400, 401, 403, 415, 429})
  public void password(
      @Nullable NewPassword password,
      @Context HttpHeaders headers,
      @Context HttpServerRequest http) {
    var given = Body.required(password);
    change.password(
        access.signedIn(visitors.who(headers)),
        Body.required("current", given.current()),
        Body.required("next", given.next()),
        http.remoteAddress().hostAddress());
  }

  @POST
  @Path("password-reset")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Asks for a mail with a link that sets another password")
  @APIResponse(
      responseCode = "202",
      description = "Sent, if there is such an account and it has an address")
  @Refuses({400, 403, 409, 415, 429})
  public Response forgotten(@Nullable Forgotten forgotten, @Context HttpServerRequest http) {
    reset.ask(
        Body.required("login", Body.required(forgotten).login()),
        http.remoteAddress().hostAddress());
    return Response.accepted().build();
  }

  @GET
  @Path("sessions")
  @Transactional
  @Operation(summary = "Browsers in which one is signed in")
  @APIResponse(
      responseCode = "200",
      description = "The last used first",
      content = @Content(schema = @Schema(implementation = SessionView.Page.class)))
  @Refuses({401, 403})
  public SessionView.Page sessions(@Context HttpHeaders headers) {
    var who = access.signedIn(visitors.who(headers));
    return new SessionView.Page(
        sessions.ofAccount(who.account()).stream()
            .map(it ->
                new SessionView(
                    it.id.toString(),
                    it.agent,
                    it.remembered,
                    who.credential().equals(new Who.Credential.Session(it.id)),
                    it.createdAt,
                    it.lastSeenAt))
            .toList());
  }

  @DELETE
  @Path("sessions/{id}")
  @Transactional
  @Operation(summary = "Signs a browser out")
  @APIResponse(responseCode = "204", description = "It is out")
  @Refuses({401, 403, 404})
  public void end(@PathParam("id") String id, @Context HttpHeaders headers) {
    var who = access.signedIn(visitors.who(headers));
    var session =
        Id.parse(id)
            .flatMap(sessions::findByIdOptional)
            .filter(it -> it.accountId.equals(who.account()))
            .orElseThrow(() -> RequestRefused.with(404, "There is no such session of yours."));
    sessions.delete(session);
  }

  @GET
  @Path("data")
  @Operation(summary = "All that is stored about oneself")
  @APIResponse(
      responseCode = "200",
      description = "A JSON file",
      content = @Content(schema = @Schema(implementation = MyData.Everything.class)))
  @Refuses({401, 403})
  public Response data(@Context HttpHeaders headers) {
    var who = access.signedIn(visitors.who(headers));
    return Response.ok(data.everything(who.account()))
        .header("Content-Disposition", "attachment; filename=\"threadmill-my-data.json\"")
        .build();
  }

  @DELETE
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Deletes one's account and all that belongs to it")
  @APIResponse(responseCode = "204", description = "Gone; takes the session's cookie away")
  @Refuses({400, 401, 403, 409, 415, 429})
  public Response delete(
      @Nullable Confirmation confirmation,
      @Context HttpHeaders headers,
      @Context HttpServerRequest http) {
    var who = access.signedIn(visitors.who(headers));
    change.confirmed(
        who,
        "password",
        Body.required("password", Body.required(confirmation).password()),
        http.remoteAddress().hostAddress());
    data.delete(who.account());
    return Response.noContent().cookie(sessions.forget()).build();
  }
}
