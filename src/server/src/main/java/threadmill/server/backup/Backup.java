package threadmill.server.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/// Writes a database to a zip: a manifest, and every table as PostgreSQL's `COPY` prints it. All
/// tables are seen at one instant, so a server may be at work meanwhile.
public final class Backup {
  private static final String SCHEMA =
      "select version from flyway_schema_history where success order by installed_rank desc limit 1";

  private Backup() {}

  /// Writes it. The file is its owner's alone: it holds what people wrote, and hashes of their
  /// passwords.
  ///
  /// @throws BackupRefused when the file exists or cannot be written, or the database was never
  ///   served from
  public static void write(Connection database, Path file) throws SQLException {
    if (Files.exists(file)) {
      throw new BackupRefused(file + " exists already; name another file.");
    }
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try (var out = open(part)) {
        write(database, out);
      }
      move(part, file);
    } catch (IOException broken) {
      throw new BackupRefused(file + " cannot be written: " + broken.getMessage() + ".", broken);
    }
  }

  private static OutputStream open(Path file) throws IOException {
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Set<StandardOpenOption> fresh =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return java.nio.channels.Channels.newOutputStream(Files.newByteChannel(file, fresh, mine));
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException elsewhere) {
      Files.move(part, file);
    }
  }

  private static void write(Connection database, OutputStream out)
      throws SQLException, IOException {
    database.setAutoCommit(false);
    database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    database.setReadOnly(true);
    var copy = database.unwrap(PGConnection.class).getCopyAPI();
    var manifest =
        new Manifest(
            Manifest.FORMAT, schema(database), Instant.now().toString(), Tables.all(database));
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
      zip.write(new ObjectMapper().writeValueAsBytes(manifest));
      for (var table : manifest.tables()) {
        zip.putNextEntry(new ZipEntry(table.entry()));
        copy.copyOut("copy " + table.copied() + " to stdout", zip);
      }
    } finally {
      database.rollback();
    }
  }

  private static String schema(Connection database) throws SQLException {
    try (var statement = database.createStatement();
        var there = statement.executeQuery("select to_regclass('flyway_schema_history')")) {
      there.next();
      if (there.getString(1) == null) {
        throw new BackupRefused("There is nothing to back up: no server has used this database.");
      }
    }
    try (var statement = database.createStatement();
        var version = statement.executeQuery(SCHEMA)) {
      version.next();
      return version.getString(1);
    }
  }
}
