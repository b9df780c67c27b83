package threadmill.server.submission;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threadmill.server.web.CsvLine;

/// A gradebook as comma-separated values: a row for each student, a column for each exercise, empty
/// where nothing was judged.
final class GradebookCsv {
  private GradebookCsv() {}

  static String of(GradebookView gradebook) {
    return Stream.concat(
            Stream.of(header(gradebook)), gradebook.students().stream().map(GradebookCsv::row))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String header(GradebookView gradebook) {
    var cells = new ArrayList<@Nullable Object>();
    Stream.of("login", "name", "student number", "dropped").forEach(cells::add);
    gradebook.exercises().forEach(it -> cells.add(it.slug() + " (" + it.points() + ")"));
    cells.add("total");
    return CsvLine.of(cells.toArray());
  }

  private static String row(GradebookView.Row row) {
    var cells = new ArrayList<@Nullable Object>();
    cells.add(row.login());
    cells.add(row.name());
    cells.add(row.studentNumber());
    cells.add(row.droppedAt());
    row.cells().forEach(it -> cells.add(it.points()));
    cells.add(row.total());
    return CsvLine.of(cells.toArray());
  }
}
