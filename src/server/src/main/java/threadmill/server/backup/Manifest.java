package threadmill.server.backup;

import java.util.List;

/// What a backup says of itself, in its first entry.
///
/// @param format of the file; this is [#FORMAT]
/// @param schema version of the newest migration, such as `5`
/// @param madeAt in ISO 8601
/// @param tables with the columns that their entries hold, in that order
record Manifest(int format, String schema, String madeAt, List<Table> tables) {
  static final int FORMAT = 1;
  static final String ENTRY = "backup.json";

  record Table(String name, List<String> columns) {
    /// Where its rows are, as `COPY … (FORMAT text)` writes them.
    String entry() {
      return "tables/" + name + ".tsv";
    }

    /// Its name and its columns, for `COPY`.
    String copied() {
      return quoted(name)
          + " ("
          + String.join(", ", columns.stream().map(Table::quoted).toList())
          + ")";
    }

    static String quoted(String name) {
      return '"' + name.replace("\"", "\"\"") + '"';
    }
  }
}
