package threadmill.server.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path folder = Path.of("");

  @Test
  void it_keeps_what_is_stored_and_lets_in_nobody_without_the_password() throws Exception {
    try (var database = EmbeddedDatabase.start(folder)) {
      execute(database, "create table kept (n int)");
      execute(database, "insert into kept values (42)");
      assertThat(ask(database, "show fsync")).isEqualTo("on");
      assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(database, "show password_encryption")).isEqualTo("scram-sha-256");
      assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
    try (var again = EmbeddedDatabase.start(folder)) {
      assertThat(ask(again, "select n from kept")).isEqualTo("42");
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (var session = connect(database);
        var statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
    try (var session = connect(database);
        var statement = session.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
