package threadmill.server.exercise.complaint;

import org.jspecify.annotations.Nullable;

/// Something that has to change before a folder can be an exercise or a course.
///
/// @param path of the file, from the folder on; empty where it is about the folder as a whole
/// @param line from 1; null where it is about the file as a whole
/// @param message what to change, in YAML after the key's path: `grading[1].times: must be …`
public record Complaint(String path, @Nullable Integer line, String message) {

  /// The same, seen from the folder that `folder` is in.
  public Complaint below(String folder) {
    return new Complaint(path.isEmpty() ? folder : folder + "/" + path, line, message);
  }

  /// As compilers write it: `exercise.yaml:12: grading[1].times: must be …`.
  @Override
  public String toString() {
    return (path.isEmpty() ? "" : path + ":")
        + (line == null ? "" : line + ":")
        + (path.isEmpty() && line == null ? "" : " ")
        + message;
  }
}
