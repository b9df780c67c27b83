package threadmill.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import threadmill.server.main.EmbeddedDatabase;

/// A home folder that is thrown away, with a real PostgreSQL in it.
public final class TestHome implements QuarkusTestResourceLifecycleManager {
  private @Nullable Path folder;
  private @Nullable EmbeddedDatabase database;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("threadmill-test");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    database = EmbeddedDatabase.start(folder.resolve("postgres"));
    return Map.of(
        "quarkus.datasource.jdbc.url", database.url(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password(),
        "threadmill.home", folder.toString());
  }

  @Override
  public void stop() {
    if (database != null) {
      database.close();
    }
    try (var files = Files.walk(Objects.requireNonNull(folder))) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
