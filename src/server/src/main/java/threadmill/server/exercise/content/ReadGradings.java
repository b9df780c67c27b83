package threadmill.server.exercise.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import threadmill.runner.judge.Grading;
import threadmill.server.exercise.complaint.Complaints;
import threadmill.server.exercise.yaml.Keys;

/// Reads `grading`.
final class ReadGradings {
  private static final int MOST = 50;

  private final Places places;
  private final ExerciseBounds bounds;
  private final SettingParts setting;
  private final Complaints complaints;
  private final Set<String> names = new LinkedHashSet<>();

  /// @param setting of the exercise, which entries replace parts of
  ReadGradings(Places places, ExerciseBounds bounds, SettingParts setting, Complaints complaints) {
    this.places = places;
    this.bounds = bounds;
    this.setting = setting;
    this.complaints = complaints;
  }

  List<Grading> read(Keys keys) {
    var gradings = new ArrayList<Grading>();
    for (var item : keys.required("grading").map(v -> v.items(1, MOST)).orElse(List.of())) {
      item.keys()
          .ifPresent(entry -> {
            noteName(entry);
            new ReadGrading(entry, places, bounds, setting, complaints)
                .read()
                .ifPresent(gradings::add);
          });
    }
    return gradings;
  }

  /// All names, those of entries with which something is wrong included.
  Set<String> names() {
    return names;
  }

  private void noteName(Keys entry) {
    entry
        .peek("name")
        .ifPresent(name -> {
          if (!names.add(name)) {
            entry.optional("name").ifPresent(v -> v.complain("is there already; choose another"));
          }
        });
  }
}
