package threadmill.server.main;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import threadmill.server.backup.Backup;
import threadmill.server.backup.Restore;

/// Copies the database of these flags to a file or from one, and starts the embedded one for it
/// where it does not run.
final class Copying {
  private Copying() {}

  static void backup(Flags flags) {
    var file = file(flags);
    within(
        flags,
        true,
        database -> {
          try (var session = DriverManager.getConnection(database.url(), login(database))) {
            Backup.write(session, file);
          }
        });
    System.out.println("Everything is in " + file + ". Keep it where nobody else reads it.");
  }

  static void restore(Flags flags) {
    var file = file(flags);
    within(
        flags,
        false,
        database ->
            new Restore(database.url(), database.user(), database.password())
                .read(file, flags.replace()));
    System.out.println("Everything in " + file + " is there again; start the server.");
  }

  private static Path file(Flags flags) {
    return flags.file().orElseThrow().toAbsolutePath().normalize();
  }

  private interface Work {
    void on(Database database) throws SQLException;
  }

  private static void within(Flags flags, boolean besideServer, Work work) {
    var running = EmbeddedDatabase.running(flags.home().resolve("postgres"));
    try (var stops = new Stops()) {
      if (flags.database().isPresent() && besideServer) {
        work.on(flags.database().orElseThrow());
      } else if (running.isPresent() && besideServer) {
        work.on(running.orElseThrow());
      } else {
        var home = Home.open(flags.home());
        stops.last(home);
        work.on(Main.database(flags, home, stops));
      }
    } catch (SQLException broken) {
      throw new StartRefused("The database says: " + broken.getMessage(), broken);
    }
  }

  private static Properties login(Database database) {
    var login = new Properties();
    if (database.user() != null) {
      login.setProperty("user", database.user());
    }
    if (database.password() != null) {
      login.setProperty("password", database.password());
    }
    return login;
  }
}
