package threadmill.server.main;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import threadmill.server.account.FirstAdmin;

/// Says where the server is once it serves, and waits for its end.
final class Serving implements QuarkusApplication {
  private final FirstAdmin admin;
  private final HttpServer server;
  private final String host;
  private final Optional<URI> publicUrl;

  Serving(
      FirstAdmin admin,
      HttpServer server,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "threadmill.public-url") Optional<URI> publicUrl) {
    this.admin = admin;
    this.server = server;
    this.host = host;
    this.publicUrl = publicUrl;
  }

  @Override
  public int run(String... args) {
    // In one piece: whoever waits for the address finds the link with it.
    System.out.println("Threadmill is at " + url() + admin.link().map(this::invitation).orElse(""));
    Quarkus.waitForExit();
    return 0;
  }

  private String invitation(String path) {
    return "\nNobody administers it yet. Whoever opens this link does, once:\n  "
        + url().replaceAll("/$", "")
        + path;
  }

  private String url() {
    var shown = host.equals("0.0.0.0") ? "localhost" : host;
    return publicUrl
        .map(URI::toString)
        .orElseGet(() -> "http://" + shown + ":" + server.getPort() + "/");
  }
}
