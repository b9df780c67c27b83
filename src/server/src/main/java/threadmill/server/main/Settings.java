package threadmill.server.main;

import java.util.HashMap;
import java.util.Map;

/// What the flags mean in Quarkus' own settings.
final class Settings {
  private Settings() {}

  static Map<String, String> of(Flags flags, Database database) {
    var settings = new HashMap<String, String>();
    settings.put("quarkus.http.port", Integer.toString(flags.port()));
    settings.put("quarkus.http.host", flags.host());
    settings.put("quarkus.datasource.jdbc.url", database.url());
    if (database.user() != null) {
      settings.put("quarkus.datasource.username", database.user());
    }
    if (database.password() != null) {
      settings.put("quarkus.datasource.password", database.password());
    }
    settings.put("threadmill.home", flags.home().toString());
    flags.publicUrl().ifPresent(url -> settings.put("threadmill.public-url", url.toString()));
    settings.put("quarkus.log.file.enabled", "true");
    settings.put("quarkus.log.file.path", flags.home().resolve("log/threadmill.log").toString());
    return settings;
  }
}
