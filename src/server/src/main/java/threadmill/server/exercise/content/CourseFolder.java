package threadmill.server.exercise.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import threadmill.server.exercise.file.Folder;
import threadmill.server.exercise.statement.Glossary;

/// A course as its folder has it.
///
/// @param slug its name in addresses
/// @param description plain text
/// @param exercises by their slugs, in the order of the parts
/// @param folder all of it, byte for byte as it came
public record CourseFolder(
    String title,
    String slug,
    String description,
    List<Part> parts,
    Glossary glossary,
    Map<String, Exercise> exercises,
    Folder folder) {
  public CourseFolder {
    parts = List.copyOf(parts);
    exercises = Collections.unmodifiableMap(new LinkedHashMap<>(exercises));
  }

  /// Some exercises that belong together.
  ///
  /// @param exercises their slugs, in order
  public record Part(String title, List<String> exercises) {
    public Part {
      exercises = List.copyOf(exercises);
    }
  }
}
