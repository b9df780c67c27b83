package threadmill.server.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Access;
import threadmill.server.access.Scope;
import threadmill.server.problem.Body;
import threadmill.server.problem.Id;
import threadmill.server.problem.Refuses;
import threadmill.server.problem.RequestRefused;
import threadmill.server.web.Secret;

/// Tokens for programs, such as the command line. A token cannot make tokens.
@Path("/api/v1/account/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "account")
class TokenResource {
  private static final int MOST = 50;
  private static final int MOST_DAYS = 366;

  private final ApiTokens tokens;
  private final Visitors visitors;
  private final Access access;
  private final InstantSource clock;

  TokenResource(ApiTokens tokens, Visitors visitors, Access access, InstantSource clock) {
    this.tokens = tokens;
    this.visitors = visitors;
    this.access = access;
    this.clock = clock;
  }

  /// A token to make.
  ///
  /// @param name what its owner calls it
  /// @param scopes at least one
  /// @param days until it expires, 1 to 366; never where absent
  record NewToken(@Nullable String name, @Nullable Set<Scope> scopes, @Nullable Integer days) {}

  /// A token.
  ///
  /// @param token the token itself, only in the answer to its making
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TokenView(
      String id,
      String name,
      Set<Scope> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @Nullable String token) {
    static TokenView of(ApiToken token, @Nullable String text) {
      return new TokenView(
          token.id.toString(),
          token.name,
          token.scopes,
          token.createdAt,
          token.expiresAt,
          token.lastUsedAt,
          text);
    }

    /// All of one account, newest first.
    record Page(List<TokenView> tokens) {}
  }

  @GET
  @Transactional
  @Operation(summary = "One's tokens")
  @APIResponse(
      responseCode = "200",
      description = "Newest first; what they are stands in none of them",
      content = @Content(schema = @Schema(implementation = TokenView.Page.class)))
  @Refuses({401, 403})
  public TokenView.Page all(@Context HttpHeaders headers) {
    var who = access.signedIn(visitors.who(headers));
    return new TokenView.Page(
        tokens.ofAccount(who.account()).stream().map(it -> TokenView.of(it, null)).toList());
  }

  @POST
  @Transactional
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes a token")
  @APIResponse(
      responseCode = "201",
      description = "The token, which is shown this once",
      content = @Content(schema = @Schema(implementation = TokenView.class)))
  @Refuses({400, 401, 403, 409, 415})
  public Response make(@Nullable NewToken wanted, @Context HttpHeaders headers) {
    var who = access.signedIn(visitors.who(headers));
    var given = Body.required(wanted);
    var scopes = Body.required("scopes", given.scopes());
    if (scopes.isEmpty()) {
      throw RequestRefused.field("scopes", "must name at least one of run, submit, author, grade");
    }
    if (given.days() != null && (given.days() < 1 || given.days() > MOST_DAYS)) {
      throw RequestRefused.field("days", "must be from 1 to " + MOST_DAYS);
    }
    if (tokens.ofAccount(who.account()).size() >= MOST) {
      throw RequestRefused.with(409, "You have " + MOST + " tokens; revoke one first.");
    }
    var secret = Secret.make();
    var token = new ApiToken();
    token.id = UUID.randomUUID();
    token.accountId = who.account();
    token.tokenHash = secret.hash();
    token.name = Names.name("name", given.name());
    token.scopes = EnumSet.copyOf(scopes);
    token.createdAt = clock.instant();
    token.expiresAt =
        given.days() == null ? null : token.createdAt.plus(Duration.ofDays(given.days()));
    tokens.persist(token);
    return Response.status(Response.Status.CREATED)
        .entity(TokenView.of(token, ApiTokens.PREFIX + secret.text()))
        .build();
  }

  @DELETE
  @Path("{id}")
  @Transactional
  @Operation(summary = "Revokes a token")
  @APIResponse(responseCode = "204", description = "It is good for nothing any more")
  @Refuses({401, 403, 404})
  public void revoke(@PathParam("id") String id, @Context HttpHeaders headers) {
    var who = access.signedIn(visitors.who(headers));
    var token =
        Id.parse(id)
            .flatMap(tokens::findByIdOptional)
            .filter(it -> it.accountId.equals(who.account()))
            .orElseThrow(() -> RequestRefused.with(404, "There is no such token of yours."));
    tokens.delete(token);
  }
}
