package threadmill.server.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import threadmill.server.account.Names;
import threadmill.server.problem.Problem.FieldError;
import threadmill.server.problem.RequestRefused;

/// A list of students, as a registry exports it: CSV with a line of headings, separated by commas,
/// semicolons or tabs.
///
/// @param entries in the order of the list
record Roster(List<Entry> entries) {
  private static final int MOST = 5_000;
  private static final Map<String, List<String>> HEADINGS =
      Map.of(
          "login", List.of("login", "username", "user name", "user", "account"),
          "name", List.of("name", "full name", "display name", "student"),
          "first", List.of("first name", "given name", "forename"),
          "last", List.of("last name", "family name", "surname"),
          "email", List.of("email", "e-mail", "mail", "email address"),
          "number",
              List.of(
                  "number", "student number", "student id", "id number", "matriculation number"));

  Roster {
    entries = List.copyOf(entries);
  }

  /// A student.
  ///
  /// @param login the mail address where the list has no logins
  record Entry(String login, String name, @Nullable String email, @Nullable String number) {}

  /// Reads a list; every line that has to change is named.
  static Roster parse(String csv) {
    var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (var parser = CSVParser.parse(text, format)) {
      return read(parser.getRecords());
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      throw RequestRefused.field("roster", "is not CSV: " + broken.getMessage());
    }
  }

  private static Roster read(List<CSVRecord> lines) {
    if (lines.isEmpty()) {
      throw RequestRefused.field("roster", "is empty; its first line names the columns");
    } else if (lines.size() > MOST + 1) {
      throw RequestRefused.field("roster", "has more than " + MOST + " lines");
    }
    var columns = columns(lines.getFirst());
    var errors = new ArrayList<FieldError>();
    var entries = new ArrayList<Entry>();
    var logins = new HashSet<String>();
    for (var line : lines.subList(1, lines.size())) {
      try {
        var entry = entry(line, columns);
        if (!logins.add(entry.login())) {
          throw RequestRefused.field("login", entry.login() + " stands on an earlier line too");
        }
        entries.add(entry);
      } catch (RequestRefused wrong) {
        errors.add(
            new FieldError("line " + line.getRecordNumber(), String.valueOf(wrong.getMessage())));
      }
    }
    if (!errors.isEmpty()) {
      throw RequestRefused.fields(errors);
    }
    return new Roster(entries);
  }

  private static Map<String, Integer> columns(CSVRecord headings) {
    var columns = new HashMap<String, Integer>();
    for (int i = 0; i < headings.size(); i++) {
      var heading = headings.get(i).toLowerCase(Locale.ROOT).replaceAll("[_\\s]+", " ").strip();
      for (var known : HEADINGS.entrySet()) {
        if (known.getValue().contains(heading)) {
          columns.putIfAbsent(known.getKey(), i);
        }
      }
    }
    if (!columns.containsKey("login") && !columns.containsKey("email")) {
      throw RequestRefused.field(
          "line 1", "must name a column “login” or “email”: that is what people sign in with");
    } else if (!columns.containsKey("name") && !columns.containsKey("last")) {
      throw RequestRefused.field(
          "line 1", "must name a column “name”, or “first name” and “last name”");
    }
    return columns;
  }

  private static Entry entry(CSVRecord line, Map<String, Integer> columns) {
    var email = value(line, columns, "email").map(it -> Names.email("email", it)).orElse(null);
    var login = Names.login("login", value(line, columns, "login").orElse(email));
    var name =
        value(line, columns, "name")
            .orElseGet(() ->
                Stream.of("first", "last")
                    .flatMap(it -> value(line, columns, it).stream())
                    .reduce((first, last) -> first + " " + last)
                    .orElse(""));
    return new Entry(
        login, Names.name("name", name), email, value(line, columns, "number").orElse(null));
  }

  private static Optional<String> value(
      CSVRecord line, Map<String, Integer> columns, String column) {
    return Optional.ofNullable(columns.get(column))
        .filter(it -> it < line.size())
        .map(line::get)
        .filter(it -> !it.isBlank());
  }

  private static char delimiter(String text) {
    var first = text.lines().findFirst().orElse("");
    return Stream.of(';', '\t')
        .filter(it -> first.indexOf(it) >= 0 && first.indexOf(',') < 0)
        .findFirst()
        .orElse(',');
  }
}
