package threadmill.server.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The address under which browsers know this server: `--public-url`, or else whatever host a
/// request names.
@ApplicationScoped
public class PublicAddress {
  private final Optional<URI> configured;

  PublicAddress(@ConfigProperty(name = "threadmill.public-url") Optional<URI> configured) {
    this.configured = configured;
  }

  /// What the operator says it is.
  public Optional<URI> configured() {
    return configured;
  }

  /// Whether cookies must only travel encrypted.
  public boolean secure() {
    return configured.map(url -> "https".equalsIgnoreCase(url.getScheme())).orElse(false);
  }

  /// A cookie for this site's pages that no script reads and no other site's form sends.
  ///
  /// @param maxAge seconds; -1 for until the browser is closed, 0 to take it away
  public NewCookie cookie(String name, String value, int maxAge) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(secure())
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge(maxAge)
        .build();
  }

  /// Whether a page at an origin is one of ours.
  ///
  /// @param origin the `Origin` header, `null` as a word included
  /// @param host the `Host` header of the same request
  public boolean isOurs(String origin, @Nullable String host) {
    try {
      var page = URI.create(origin);
      if (configured.isPresent()) {
        return origin(configured.get()).equals(origin(page));
      }
      return host != null && host.equalsIgnoreCase(page.getRawAuthority());
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static String origin(URI url) {
    var scheme = lower(url.getScheme());
    int port = url.getPort() != -1 ? url.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + lower(url.getHost()) + ":" + port;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
