package threadmill.server.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import threadmill.server.backup.Manifest.Table;

/// Asks a database what tables it has. Flyway's own is not among them: a restored database is
/// migrated, not copied.
final class Tables {
  private static final String COLUMNS =
      """
      select table_name, column_name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema = current_schema() and table_type = 'BASE TABLE'
        and table_name <> 'flyway_schema_history' and is_generated = 'NEVER'
      order by table_name, ordinal_position
      """;

  private Tables() {}

  static List<Table> all(Connection database) throws SQLException {
    var columns = new LinkedHashMap<String, List<String>>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        columns.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return columns.entrySet().stream().map(it -> new Table(it.getKey(), it.getValue())).toList();
  }
}
