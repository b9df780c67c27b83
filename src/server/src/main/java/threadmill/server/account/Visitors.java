package threadmill.server.account;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Who;
import threadmill.server.guest.Guests;
import threadmill.server.problem.RequestRefused;

/// Tells from a request who sent it: by its token, else by its session, else by its guest's cookie.
@ApplicationScoped
public class Visitors {
  private static final String BEARER = "Bearer ";

  private final Guests guests;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final Accounts accounts;

  Visitors(Guests guests, Sessions sessions, ApiTokens tokens, Accounts accounts) {
    this.guests = guests;
    this.sessions = sessions;
    this.tokens = tokens;
    this.accounts = accounts;
  }

  /// Who sent a REST request.
  @Transactional
  public Who who(HttpHeaders headers) {
    return who(
        headers.getHeaderString(HttpHeaders.AUTHORIZATION),
        value(headers.getCookies().get(Sessions.COOKIE)),
        value(headers.getCookies().get(Guests.COOKIE)));
  }

  /// Who opens a socket.
  @Transactional
  public Who who(HttpServerRequest request) {
    return who(
        request.getHeader(HttpHeaders.AUTHORIZATION),
        value(request.getCookie(Sessions.COOKIE)),
        value(request.getCookie(Guests.COOKIE)));
  }

  /// Who starts something: a guest is made of somebody who is nobody yet.
  @Transactional
  public Starting starts(HttpHeaders headers) {
    var who = who(headers);
    if (!(who instanceof Who.Nobody)) {
      return new Starting(who, null);
    }
    var newcomer = guests.welcome();
    return new Starting(new Who.Guest(newcomer.id()), newcomer.cookie());
  }

  /// Makes the requests of one visitor follow each other until the caller's transaction ends.
  @Transactional(Transactional.TxType.MANDATORY)
  public void oneAtATime(Who who) {
    switch (who) {
      case Who.Nobody _ -> {}
      case Who.Guest guest -> guests.oneAtATime(guest.id());
      case Who.Member member -> accounts.oneAtATime(member.account());
    }
  }

  /// Who starts something.
  ///
  /// @param cookie to send back to a guest who was just made, or null
  public record Starting(Who who, @Nullable NewCookie cookie) {

    /// Adds the cookie to an answer.
    public Response.ResponseBuilder keptBy(Response.ResponseBuilder response) {
      return cookie == null ? response : response.cookie(cookie);
    }
  }

  private Who who(
      @Nullable String authorization, @Nullable String session, @Nullable String guest) {
    if (authorization != null) {
      // Whoever shows a token means it: nothing else stands in for one that is no good.
      return byToken(authorization)
          .orElseThrow(() ->
              RequestRefused.with(
                  401, "This token is unknown, has expired or was revoked; make another one."));
    }
    if (session != null) {
      var member = bySession(session);
      if (member.isPresent()) {
        return member.get();
      }
    }
    return guest == null
        ? new Who.Nobody()
        : guests.byCookie(guest).<Who>map(Who.Guest::new).orElseGet(Who.Nobody::new);
  }

  private Optional<Who> byToken(String authorization) {
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    return tokens
        .byText(authorization.substring(BEARER.length()).strip())
        .flatMap(
            it -> member(it.accountId, new Who.Credential.Token(it.id, Set.copyOf(it.scopes))));
  }

  private Optional<Who> bySession(String cookie) {
    return sessions
        .byCookie(cookie)
        .flatMap(it -> member(it.accountId, new Who.Credential.Session(it.id)));
  }

  private Optional<Who> member(java.util.UUID id, Who.Credential credential) {
    return accounts
        .findByIdOptional(id)
        .filter(it -> it.closedAt == null)
        .map(it -> new Who.Member(it.id, it.siteAdmin, it.mayCreateCourses, credential));
  }

  private static @Nullable String value(@Nullable Cookie cookie) {
    return cookie == null ? null : cookie.getValue();
  }

  private static @Nullable String value(io.vertx.core.http.@Nullable Cookie cookie) {
    return cookie == null ? null : cookie.getValue();
  }
}
