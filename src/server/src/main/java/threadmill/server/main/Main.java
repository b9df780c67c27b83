package threadmill.server.main;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;
import threadmill.server.backup.BackupRefused;

/// Starts the server: takes its home, starts or finds its database, then serves until it is told to
/// stop. Or copies that database to a file or from one.
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
        switch (flags.command()) {
          case RUN -> serve(flags);
          case BACKUP -> Copying.backup(flags);
          case RESTORE -> Copying.restore(flags);
        }
      }
    } catch (StartRefused | BackupRefused refused) {
      System.err.println(refused.getMessage());
      System.exit(REFUSED);
    }
  }

  private static void serve(Flags flags) {
    var stops = new Stops();
    var home = Home.open(flags.home());
    stops.last(home);
    Settings.of(flags, database(flags, home, stops)).forEach(System::setProperty);
    stops.serving();
    Quarkus.run(Serving.class, (code, failure) -> stops.served(code, failure));
    stops.close();
    System.exit(stops.code());
  }

  /// The one that the flags name, or the embedded one, started.
  static Database database(Flags flags, Home home, Stops stops) {
    return flags
        .database()
        .orElseGet(() -> {
          var embedded = EmbeddedDatabase.start(home.folder().resolve("postgres"));
          stops.last(embedded);
          return embedded.database();
        });
  }
}
