package threadmill.server.exercise.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import threadmill.lab.ExecutorKind;
import threadmill.runner.Isolation;
import threadmill.runner.judge.JudgedExercise;
import threadmill.runner.pool.SharedJvms;
import threadmill.server.exercise.complaint.Complaints;
import threadmill.server.exercise.statement.Glossary;
import threadmill.server.exercise.yaml.Keys;
import threadmill.server.exercise.yaml.Value;

/// Reads `exercise.yaml`.
final class ReadDefinition {
  private static final int MOST_CONCEPTS = 10;
  private static final int MOST_MINUTES = 600;

  private final Places places;
  private final Glossary glossary;
  private final ExerciseBounds bounds;
  private final Complaints complaints;

  ReadDefinition(Places places, Glossary glossary, ExerciseBounds bounds, Complaints complaints) {
    this.places = places;
    this.glossary = glossary;
    this.bounds = bounds;
    this.complaints = complaints;
  }

  /// Empty where anything is wrong with it.
  Optional<Exercise> read(Keys keys) {
    int before = complaints.count();
    var title = Words.title(keys);
    var slug = Words.name(keys, "slug");
    var concepts = concepts(keys);
    var difficulty =
        keys.required("difficulty")
            .flatMap(v -> v.oneOf(Arrays.stream(Difficulty.values()), Difficulty::word));
    var minutes = keys.required("minutes").flatMap(v -> v.number(1, MOST_MINUTES));
    var settingKeys = keys.optional("setting").flatMap(Value::keys);
    var parts = settingKeys.map(k -> ReadSetting.parts(k, bounds)).orElse(SettingParts.NONE);
    var isolation = settingKeys.map(k -> isolation(k, parts)).orElse(Isolation.PROCESS);
    settingKeys.ifPresent(Keys::done);
    var gradings = new ReadGradings(places, bounds, parts, complaints);
    var graded = gradings.read(keys);
    var wrong = new ReadWrong(places, gradings.names()).read(keys);
    keys.done();
    return complaints.count() > before
        ? Optional.empty()
        : Optional.of(
            new Exercise(
                title.orElseThrow(),
                slug.orElseThrow(),
                concepts,
                difficulty.orElseThrow(),
                minutes.orElseThrow(),
                isolation,
                parts.complete(bounds),
                places.starter(),
                new JudgedExercise(
                    places.answer(Places.SOLUTION), places.subject(), places.grader(), graded),
                wrong,
                places.statement(),
                places.images(),
                places.folder()));
  }

  /// Keys of the glossary's terms, however they were written.
  private List<String> concepts(Keys keys) {
    return keys.optional("concepts").map(v -> v.items(0, MOST_CONCEPTS)).orElse(List.of()).stream()
        .flatMap(
            item -> item.oneLine(Words.MOST_TITLE).flatMap(word -> concept(item, word)).stream())
        .distinct()
        .toList();
  }

  private Optional<String> concept(Value item, String word) {
    var term = glossary.named(word);
    if (term.isEmpty()) {
      item.complain("is not in the glossary; add it to glossary.yaml, or name another");
    }
    return term.map(Glossary.Term::key);
  }

  /// Says, too, what pool isolation cannot have.
  private Isolation isolation(Keys keys, SettingParts parts) {
    var value = keys.optional("isolation");
    var isolation =
        value
            .flatMap(v -> v.oneOf(Arrays.stream(Isolation.values()), Words::word))
            .orElse(Isolation.PROCESS);
    if (isolation == Isolation.POOL) {
      var setting = parts.complete(bounds);
      if (setting.executor() == ExecutorKind.PROCESS) {
        value.ifPresent(v -> v.complain("pool cannot be combined with the executor process"));
      }
      if (setting.web() != null) {
        value.ifPresent(v -> v.complain("pool cannot be combined with a web; use process"));
      }
      int most = SharedJvms.mostHeapMiB();
      if (setting.limits().heapMiB() > most) {
        value.ifPresent(
            v -> v.complain("pool cannot have more than %d MiB of heap".formatted(most)));
      }
    }
    return isolation;
  }
}
