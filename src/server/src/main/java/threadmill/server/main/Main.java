package threadmill.server.main;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;

/// Starts the server: takes its home, starts or finds its database, then serves until it is told to
/// stop.
@QuarkusMain
public final class Main {
  private static final int REFUSED = 2;

  private Main() {}

  public static void main(String[] args) {
    // Before anybody logs: it holds back what comes before Quarkus has read how to log.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    try {
      Platform.check(System.getProperty("os.name"), System.getProperty("os.arch"));
      var flags =
          Flags.parse(List.of(args), System.getenv(), Path.of(System.getProperty("user.home")));
      if (flags.help()) {
        System.out.print(Flags.USAGE);
      } else {
        serve(flags);
      }
    } catch (StartRefused refused) {
      System.err.println(refused.getMessage());
      System.exit(REFUSED);
    }
  }

  private static void serve(Flags flags) {
    var stops = new Stops();
    var home = Home.open(flags.home());
    stops.last(home);
    var database =
        flags
            .database()
            .orElseGet(() -> {
              var embedded = EmbeddedDatabase.start(home.folder().resolve("postgres"));
              stops.last(embedded);
              return new Database(embedded.url(), embedded.user(), embedded.password());
            });
    Settings.of(flags, database).forEach(System::setProperty);
    stops.serving();
    Quarkus.run(Serving.class, (code, failure) -> stops.served(code, failure));
    stops.close();
    System.exit(stops.code());
  }
}
