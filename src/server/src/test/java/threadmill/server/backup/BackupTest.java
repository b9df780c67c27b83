package threadmill.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import threadmill.server.main.EmbeddedDatabase;

class BackupTest {
  /// Rows that point at each other in a circle, text that `COPY` must escape, and a numbered table.
  private static final String ROWS =
      """
      insert into accounts (id, login, name, site_admin, may_create_courses, created_at)
        values ('00000000-0000-0000-0000-000000000001', 'ada', E'Ada\\t\\\\N\\n"''; Ω', true, true, now());
      insert into courses (id, slug, title, description, join_code, created_at)
        values ('00000000-0000-0000-0000-000000000002', 'c', 'C', '', 'code', now());
      insert into exercises (id, course_id, slug, part, position, created_at)
        values ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000002', 'e', 'P', 0, now());
      insert into exercise_versions
          (id, exercise_id, number, hash, title, difficulty, minutes, points, glossary, folder, made_at)
        values ('00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000003', 1, 'h', 'E',
          'easy', 1, 1, '', '\\x00ff0a5c', now());
      update exercises set published_version_id = '00000000-0000-0000-0000-000000000004';
      """;

  @TempDir static Path databases;
  private static EmbeddedDatabase postgres;

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void start() {
    postgres = EmbeddedDatabase.start(databases);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void two_databases() throws SQLException {
    try (var session = connect("postgres")) {
      for (var name : new String[] {"one", "other"}) {
        execute(session, "drop database if exists " + name);
        execute(session, "create database " + name);
      }
    }
    Flyway.configure().dataSource(url("one"), user(), password()).load().migrate();
    run("one", ROWS);
  }

  private static String url(String name) {
    return postgres.url().replaceFirst("/[^/]*$", "/" + name);
  }

  private static String user() {
    return postgres.user();
  }

  private static String password() {
    return postgres.password();
  }

  private static Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(url(name), user(), password());
  }

  private static void execute(Connection session, String sql) throws SQLException {
    try (var statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void run(String name, String sql) throws SQLException {
    try (var session = connect(name)) {
      execute(session, sql);
    }
  }

  private Path backup() throws SQLException {
    var file = folder.resolve("backup.zip");
    try (var session = connect("one")) {
      Backup.write(session, file);
    }
    return file;
  }

  private static void restore(Path file, boolean replace) throws SQLException {
    new Restore(url("other"), user(), password()).read(file, replace);
  }

  /// All rows of all tables.
  private static Map<String, String> content(String name) throws SQLException, IOException {
    var content = new LinkedHashMap<String, String>();
    try (var session = connect(name)) {
      for (var table : Tables.all(session)) {
        var rows = new ByteArrayOutputStream();
        session
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy " + table.copied() + " to stdout", rows);
        content.put(table.name(), rows.toString(StandardCharsets.UTF_8));
      }
    }
    return content;
  }

  @Test
  void what_was_written_is_there_again_with_its_foreign_keys() throws Exception {
    restore(backup(), false);

    assertThat(content("other")).isEqualTo(content("one")).containsKey("accounts");
    assertThatThrownBy(() -> run("other", "delete from exercise_versions"))
        .hasMessageContaining("exercises_published_fk");
  }

  @Test
  void numbers_go_on_after_the_last_one() throws Exception {
    var insert = "insert into audit (at, actor, action, subject) values (now(), 'a', 'did', 's')";
    run("one", insert + ";" + insert);
    restore(backup(), false);

    run("other", insert);

    assertThat(content("other").getOrDefault("audit", "").lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("1\t"),
            second -> assertThat(second).startsWith("2\t"),
            third -> assertThat(third).startsWith("3\t"));
  }

  @Test
  void accounts_are_replaced_only_where_one_says_so() throws Exception {
    var file = backup();
    restore(file, false);
    run("other", "update accounts set login = 'grace'");

    assertThatThrownBy(() -> restore(file, false))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("(1); add --replace");
    assertThat(content("other").get("accounts")).contains("grace");
    restore(file, true);
    assertThat(content("other")).isEqualTo(content("one"));
  }

  @Test
  void it_belongs_to_its_owner_and_overwrites_nothing() throws Exception {
    var file = backup();

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(this::backup)
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("exists already");
  }

  @Test
  void a_damaged_one_is_refused_before_anything_is_touched() throws Exception {
    var file = backup();
    restore(file, false);
    var bytes = Files.readAllBytes(file);
    int inside = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tables/accounts.tsv") + 25;
    bytes[inside] ^= 0x55;
    Files.write(file, bytes);

    assertThatThrownBy(() -> restore(file, true)).isInstanceOf(BackupRefused.class);
    assertThat(content("other")).isEqualTo(content("one"));
  }

  @Test
  void another_zip_and_one_of_a_newer_threadmill_are_refused() throws Exception {
    assertThatThrownBy(() -> restore(zip("other.txt", ""), false))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("no backup");
    var newer = "{\"format\":1,\"schema\":\"999\",\"madeAt\":\"\",\"tables\":[]}";
    assertThatThrownBy(() -> restore(zip(Manifest.ENTRY, newer), false))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("newer Threadmill");
    assertThatThrownBy(() -> restore(Files.writeString(folder.resolve("text"), "text"), false))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("cannot be read as a backup");
  }

  private Path zip(String entry, String content) throws IOException {
    var file = folder.resolve(entry + ".zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void a_database_that_no_server_used_has_nothing_to_back_up() {
    assertThatThrownBy(
            () -> {
              try (var session = connect("other")) {
                Backup.write(session, folder.resolve("empty.zip"));
              }
            })
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("nothing to back up");
    assertThat(folder.resolve("empty.zip")).doesNotExist();
  }
}
