package threadmill.server.main;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// A real PostgreSQL of our own, kept in a folder, that only this machine and only with the
/// password of that folder can reach.
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String USER = "postgres";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
    this.postgres = postgres;
    this.password = password;
  }

  /// Starts it, with what it held when it last stopped. One that a killed server left behind is
  /// stopped first.
  public static EmbeddedDatabase start(Path folder) {
    try {
      Files.createDirectories(folder);
      var passwordFile = folder.resolve("password");
      var password = password(passwordFile);
      var data = folder.resolve("data");
      Orphan.stop(data);
      return new EmbeddedDatabase(start(folder, data, passwordFile, password), password);
    } catch (IOException broken) {
      throw new StartRefused(
          "The embedded PostgreSQL does not start; " + folder.resolve("log") + " may say why.",
          broken);
    }
  }

  private static EmbeddedPostgres start(Path folder, Path data, Path passwordFile, String password)
      throws IOException {
    var log = Redirect.appendTo(folder.resolve("log").toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
        // initdb is told to trust everybody by default; its last word counts.
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", passwordFile.toString())
        .setLocaleConfig("locale", "C.UTF-8")
        .setConnectConfig("password", password)
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        // The library switches these off: it was made for tests.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "60")
        .setPGStartupWait(START_LIMIT)
        .setRegisterShutdownHook(false)
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .start();
  }

  /// How to reach the one that runs on a folder already, for a server.
  static Optional<Database> running(Path folder) {
    try {
      var port = Orphan.port(folder.resolve("data"));
      return port.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Database(url(port.getAsInt()), USER, password(folder.resolve("password"))));
    } catch (IOException unreadable) {
      throw new StartRefused(
          "The embedded PostgreSQL in " + folder + " cannot be read.", unreadable);
    }
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  Database database() {
    return new Database(url(), user(), password());
  }

  public String url() {
    return url(postgres.getPort());
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String password(Path file) throws IOException {
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    var password = HexFormat.of().formatHex(bytes);
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, mine);
    Files.writeString(file, password);
    return password;
  }
}
