package threadmill.server.main;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the server is started, from flags or else from the environment.
///
/// @param command what to do
/// @param file of a backup, where the command has one
/// @param replace whether a restore may replace accounts
/// @param port 0 for any free one
/// @param host address to listen on
/// @param publicUrl the address that browsers use, where it is another
/// @param home where everything is kept
/// @param database a PostgreSQL server to use instead of the embedded one
/// @param help whether only the usage is wanted
record Flags(
    Command command,
    Optional<Path> file,
    boolean replace,
    int port,
    String host,
    Optional<URI> publicUrl,
    Path home,
    Optional<Database> database,
    boolean help) {
  static final String USAGE =
      """
      Usage: threadmill run [flag…]
             threadmill backup FILE [flag…]     copies all that a server keeps to a file
             threadmill restore FILE [flag…]    and back, while no server runs

        --port N           port to listen on (8080; 0 takes any free one)
        --host ADDRESS     address to listen on (127.0.0.1)
        --public-url URL   address that browsers use, if another: rules links, origins and cookies
        --home DIRECTORY   where everything is kept (~/.threadmill)
        --database URL     jdbc:postgresql://… instead of the embedded PostgreSQL
        --replace          lets restore replace a database that holds accounts
        --help             this text

      Each flag may be an environment variable instead: THREADMILL_PORT, THREADMILL_PUBLIC_URL…
      A database's user and password are read from its URL (user=…&password=…), or from
      THREADMILL_DATABASE_USER and THREADMILL_DATABASE_PASSWORD, or the password from the file
      that THREADMILL_DATABASE_PASSWORD_FILE names.
      """;

  private static final Set<String> KNOWN = Set.of("port", "host", "public-url", "home", "database");
  private static final int MOST_PORT = 65_535;

  /// Reads the flags; what they don't say is asked of the environment.
  static Flags parse(List<String> args, Map<String, String> environment, Path userHome) {
    var given = new HashMap<String, String>();
    var command = command(args);
    for (int i = command == Command.RUN ? 0 : 2; i < args.size(); i++) {
      var arg = args.get(i);
      if (arg.equals("--help") || arg.equals("-h")) {
        given.put("help", "");
        continue;
      } else if (arg.equals("--replace") && command == Command.RESTORE) {
        given.put("replace", "");
        continue;
      }
      int equals = arg.indexOf('=');
      var name = equals < 0 ? arg : arg.substring(0, equals);
      if (!name.startsWith("--") || !KNOWN.contains(name.substring(2))) {
        throw new StartRefused("There is no flag " + name + "; --help lists all of them.");
      } else if (equals >= 0) {
        given.put(name.substring(2), arg.substring(equals + 1));
      } else if (++i < args.size()) {
        given.put(name.substring(2), args.get(i));
      } else {
        throw new StartRefused(name + " needs a value.");
      }
    }
    var file = command == Command.RUN ? Optional.<Path>empty() : Optional.of(Path.of(args.get(1)));
    return new Source(given, environment).flags(command, file, userHome);
  }

  private static Command command(List<String> args) {
    var command =
        switch (args.isEmpty() ? "" : args.getFirst()) {
          case "backup" -> Command.BACKUP;
          case "restore" -> Command.RESTORE;
          default -> Command.RUN;
        };
    if (command != Command.RUN && (args.size() < 2 || args.get(1).startsWith("-"))) {
      throw new StartRefused(args.getFirst() + " needs the name of a file.");
    }
    return command;
  }

  /// Where values come from: the command line first.
  private record Source(Map<String, String> given, Map<String, String> environment) {

    Flags flags(Command command, Optional<Path> file, Path userHome) {
      return new Flags(
          command,
          file,
          given.containsKey("replace"),
          port(find("port")),
          orElse(find("host"), "127.0.0.1"),
          Optional.ofNullable(find("public-url")).map(Source::url),
          home(find("home"), userHome),
          Optional.ofNullable(find("database")).map(url -> Database.at(url, environment)),
          given.containsKey("help"));
    }

    private @Nullable String find(String flag) {
      var value = given.get(flag);
      return value != null ? value : Environment.of(environment, flag);
    }

    private static String orElse(@Nullable String value, String other) {
      return value == null ? other : value;
    }

    private static int port(@Nullable String text) {
      if (text == null) {
        return 8080;
      }
      try {
        int port = Integer.parseInt(text);
        if (port >= 0 && port <= MOST_PORT) {
          return port;
        }
      } catch (NumberFormatException unreadable) {
        // Refused below like a number out of range.
      }
      throw new StartRefused(
          "--port must be a number from 0 to " + MOST_PORT + ", not " + text + ".");
    }

    private static Path home(@Nullable String text, Path userHome) {
      var home = text == null ? userHome.resolve(".threadmill") : Path.of(text);
      return home.toAbsolutePath().normalize();
    }

    private static URI url(String text) {
      try {
        var url = URI.create(text);
        var scheme = url.getScheme();
        if (url.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
          return url;
        }
      } catch (IllegalArgumentException unreadable) {
        // Refused below like a URL of another kind.
      }
      throw new StartRefused("--public-url must be http://… or https://…, not " + text + ".");
    }
  }
}
