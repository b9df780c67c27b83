package threadmill.server.exercise.content;

import java.util.Optional;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.complaint.Complaints;
import threadmill.server.exercise.file.Folder;
import threadmill.server.exercise.statement.Glossary;
import threadmill.server.exercise.statement.RenderStatement;
import threadmill.server.exercise.yaml.Keys;
import threadmill.server.exercise.yaml.ParseYaml;

/// Makes an exercise of its folder, or says everything that has to change first.
public final class ReadExercise {
  private static final int MOST_DEFINITION_CHARS = 64 << 10;
  private static final int MOST_STATEMENT_BYTES = 64 << 10;

  private final Places places;
  private final Glossary glossary;
  private final ExerciseBounds bounds;
  private final Complaints complaints = new Complaints();

  private ReadExercise(Folder folder, Glossary glossary, ExerciseBounds bounds) {
    this.places = new Places(folder);
    this.glossary = glossary;
    this.bounds = bounds;
  }

  /// Reads a folder that [threadmill.server.exercise.file] has let in.
  ///
  /// @param glossary of the course that it is in, or is to be in
  public static Checked<Exercise> read(Folder folder, Glossary glossary, ExerciseBounds bounds) {
    return new ReadExercise(folder, glossary, bounds).read();
  }

  private Checked<Exercise> read() {
    var definition = new ReadDefinition(places, glossary, bounds, complaints);
    var exercise = keys().flatMap(definition::read);
    checkStatement();
    CheckSources.check(places, bounds, complaints);
    return complaints.unless(exercise::orElseThrow);
  }

  private Optional<Keys> keys() {
    var folder = places.folder();
    if (!folder.has(Places.DEFINITION)) {
      complaints.add(Places.DEFINITION, "is missing; every exercise has one");
      return Optional.empty();
    }
    return ParseYaml.parse(
        Places.DEFINITION, folder.text(Places.DEFINITION), MOST_DEFINITION_CHARS, complaints);
  }

  private void checkStatement() {
    var folder = places.folder();
    if (!folder.has(Places.STATEMENT) || folder.text(Places.STATEMENT).isBlank()) {
      complaints.add(Places.STATEMENT, "is missing or empty; write what the student is to do");
    } else if (folder.size(Places.STATEMENT) > MOST_STATEMENT_BYTES) {
      complaints.add(
          Places.STATEMENT, "is larger than %,d bytes; shorten it".formatted(MOST_STATEMENT_BYTES));
    } else {
      complaints.addAll(
          RenderStatement.render(
                  Places.STATEMENT, places.statement(), glossary, places.images(), "images/")
              .complaints());
    }
  }
}
