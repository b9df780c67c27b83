package threadmill.server.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How to reach a PostgreSQL database.
///
/// @param user null where the URL says it, as with the password
record Database(String url, @Nullable String user, @Nullable String password) {

  /// The database of `--database`, with what the environment adds.
  static Database at(String url, Map<String, String> environment) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StartRefused("--database must be jdbc:postgresql://…, not " + url + ".");
    }
    var file = Environment.of(environment, "database-password-file");
    return new Database(
        url,
        Environment.of(environment, "database-user"),
        file == null ? Environment.of(environment, "database-password") : read(Path.of(file)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new StartRefused(
          "The database's password cannot be read from " + file + ".", unreadable);
    }
  }

  /// Without the password.
  @Override
  public String toString() {
    return "Database[" + url.replaceFirst("\\?.*", "") + "]";
  }
}
