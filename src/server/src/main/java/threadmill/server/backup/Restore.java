package threadmill.server.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.PGConnection;
import threadmill.server.backup.Manifest.Table;

/// Puts what a [Backup] wrote into a database, instead of what that held. The next server on it
/// brings the tables to its own version.
public final class Restore {
  private static final String FOREIGN_KEYS =
      """
      select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
      from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace
      """;

  private static final String IDENTITIES =
      """
      select quote_ident(table_name), quote_ident(column_name),
        pg_get_serial_sequence(quote_ident(table_name), column_name)
      from information_schema.columns
      where table_schema = current_schema() and is_identity = 'YES'
      """;

  private final FluentConfiguration flyway;

  /// Into a database.
  ///
  /// @param user null where the URL says it, as with the password
  public Restore(
      String url,
      @org.jspecify.annotations.Nullable String user,
      @org.jspecify.annotations.Nullable String password) {
    this.flyway = Flyway.configure().dataSource(url, user, password).cleanDisabled(false);
  }

  /// Replaces all that the database holds. A file that is damaged is refused before anything is
  /// touched.
  ///
  /// @param replace whether accounts that are there may go
  /// @throws BackupRefused when the file is no backup, is damaged, comes from a newer Threadmill,
  ///   or there are accounts and `replace` is not set
  public void read(Path file, boolean replace) throws SQLException {
    try (var zip = new ZipFile(file.toFile())) {
      var manifest = manifest(zip, file);
      readThrough(zip, manifest);
      if (!replace) {
        refuseAccounts();
      }
      flyway.load().clean();
      flyway.target(manifest.schema()).load().migrate();
      try (var database = connect()) {
        database.setAutoCommit(false);
        fill(database, zip, manifest);
        database.commit();
      }
    } catch (IOException broken) {
      throw new BackupRefused(
          file + " cannot be read as a backup: " + broken.getMessage() + ".", broken);
    }
  }

  private Connection connect() throws SQLException {
    return flyway.getDataSource().getConnection();
  }

  private Manifest manifest(ZipFile zip, Path file) throws IOException {
    var entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) {
      throw new BackupRefused(file + " is a zip, but no backup of Threadmill.");
    }
    try (var in = zip.getInputStream(entry)) {
      var manifest = new ObjectMapper().readValue(in, Manifest.class);
      var newest =
          List.of(flyway.load().info().all()).stream()
              .map(it -> it.getVersion())
              .filter(java.util.Objects::nonNull)
              .max(MigrationVersion::compareTo)
              .orElseThrow();
      if (manifest.format() > Manifest.FORMAT
          || newest.compareTo(MigrationVersion.fromVersion(manifest.schema())) < 0) {
        throw new BackupRefused(
            file + " comes from a newer Threadmill; restore it with that version or a later one.");
      }
      return manifest;
    }
  }

  /// Every entry has a checksum, which reading it compares.
  private static void readThrough(ZipFile zip, Manifest manifest) throws IOException {
    for (var table : manifest.tables()) {
      try (var in = open(zip, table)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
  }

  private static InputStream open(ZipFile zip, Table table) throws IOException {
    ZipEntry entry = zip.getEntry(table.entry());
    if (entry == null) {
      throw new IOException(table.entry() + " is missing");
    }
    return zip.getInputStream(entry);
  }

  private void refuseAccounts() throws SQLException {
    try (var database = connect()) {
      var there = rows(database, "select to_regclass('accounts')", it -> it.getFirst() != null);
      if (there.contains(true)) {
        var accounts = rows(database, "select count(*) from accounts", List::getFirst).getFirst();
        if (!"0".equals(accounts)) {
          throw new BackupRefused(
              "This database holds accounts (%s); add --replace to have them, and all else that is there, replaced."
                  .formatted(accounts));
        }
      }
    }
  }

  /// Rows may point at each other in a circle, so foreign keys are made anew when all are there,
  /// which checks them too.
  private static void fill(Connection database, ZipFile zip, Manifest manifest)
      throws SQLException, IOException {
    var keys =
        rows(
            database,
            FOREIGN_KEYS,
            it ->
                new String[] {
                  "alter table %s drop constraint %s".formatted(it.get(0), it.get(1)),
                  "alter table %s add constraint %s %s".formatted(it.get(0), it.get(1), it.get(2))
                });
    for (var key : keys) {
      execute(database, key[0]);
    }
    var known = new HashSet<String>();
    Tables.all(database).forEach(it -> known.add(it.name()));
    var copy = database.unwrap(PGConnection.class).getCopyAPI();
    for (var table : manifest.tables()) {
      if (!known.contains(table.name())) {
        throw new IOException("there is no table " + table.name());
      }
      execute(database, "delete from " + Table.quoted(table.name()));
      try (var in = open(zip, table)) {
        copy.copyIn("copy " + table.copied() + " from stdin", in);
      }
    }
    for (var key : keys) {
      execute(database, key[1]);
    }
    var identities =
        rows(
            database,
            IDENTITIES,
            it ->
                "select setval('%3$s', coalesce(max(%2$s), 1), max(%2$s) is not null) from %1$s"
                    .formatted(it.get(0), it.get(1), it.get(2)));
    for (var identity : identities) {
      execute(database, identity);
    }
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static <T> List<T> rows(Connection database, String sql, Function<List<String>, T> as)
      throws SQLException {
    var all = new ArrayList<T>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
          row.add(rows.getString(i));
        }
        all.add(as.apply(row));
      }
    }
    return all;
  }
}
