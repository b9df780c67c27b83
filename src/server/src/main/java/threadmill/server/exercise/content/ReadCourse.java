package threadmill.server.exercise.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.complaint.Checked.Faulty;
import threadmill.server.exercise.complaint.Checked.Good;
import threadmill.server.exercise.complaint.Complaints;
import threadmill.server.exercise.file.Folder;
import threadmill.server.exercise.statement.Glossary;
import threadmill.server.exercise.yaml.Keys;
import threadmill.server.exercise.yaml.ParseYaml;

/// Makes a course of its folder, with all its exercises, or says everything that has to change.
public final class ReadCourse {
  private static final String FILE = "course.yaml";
  private static final int MOST_CHARS = 64 << 10;
  private static final int MOST_DESCRIPTION = 4_000;
  private static final int MOST_PARTS = 50;
  private static final int MOST_EXERCISES = 200;

  private final Folder folder;
  private final ExerciseBounds bounds;
  private final Complaints complaints = new Complaints();
  private final Map<String, Exercise> exercises = new LinkedHashMap<>();

  private ReadCourse(Folder folder, ExerciseBounds bounds) {
    this.folder = folder;
    this.bounds = bounds;
  }

  public static Checked<CourseFolder> read(Folder folder, ExerciseBounds bounds) {
    return new ReadCourse(folder, bounds).read();
  }

  private Checked<CourseFolder> read() {
    if (!folder.has(FILE)) {
      complaints.add(FILE, "is missing; every course has one");
      return new Faulty<>(complaints.list());
    }
    var glossary =
        folder.has(ReadGlossary.FILE)
            ? ReadGlossary.read(folder.text(ReadGlossary.FILE), complaints)
            : Glossary.EMPTY;
    for (var name : folder.folders()) {
      exercise(name, glossary);
    }
    var course =
        ParseYaml.parse(FILE, folder.text(FILE), MOST_CHARS, complaints)
            .map(keys -> course(keys, glossary));
    return complaints.unless(course::orElseThrow);
  }

  private void exercise(String name, Glossary glossary) {
    switch (ReadExercise.read(folder.below(name), glossary, bounds)) {
      case Good<Exercise>(var exercise) -> {
        exercises.put(name, exercise);
        if (!exercise.slug().equals(name)) {
          complaints.add(
              name + "/" + Places.DEFINITION,
              "slug: must be %s, as its folder is named".formatted(name));
        }
      }
      case Faulty<Exercise>(var faults) ->
          faults.forEach(complaint -> complaints.add(complaint.below(name)));
    }
  }

  private CourseFolder course(Keys keys, Glossary glossary) {
    var title = Words.title(keys);
    var slug = Words.name(keys, "slug");
    var description = keys.optional("description").flatMap(v -> v.text(MOST_DESCRIPTION));
    var unlisted = new TreeSet<>(folder.folders());
    var parts = new ArrayList<CourseFolder.Part>();
    for (var item : keys.required("parts").map(v -> v.items(0, MOST_PARTS)).orElse(List.of())) {
      item.keys().ifPresent(part -> parts.add(part(part, unlisted)));
    }
    unlisted.forEach(
        name -> keys.complain("parts: lack %s, which has a folder; list it".formatted(name)));
    keys.done();
    var inOrder = new LinkedHashMap<String, Exercise>();
    for (var part : parts) {
      for (var name : part.exercises()) {
        var exercise = exercises.get(name);
        if (exercise != null) {
          inOrder.put(name, exercise);
        }
      }
    }
    return new CourseFolder(
        title.orElse(""),
        slug.orElse(""),
        description.orElse("").strip(),
        parts,
        glossary,
        inOrder,
        folder);
  }

  private CourseFolder.Part part(Keys keys, Set<String> unlisted) {
    var title = Words.title(keys);
    var items = keys.required("exercises").map(v -> v.items(0, MOST_EXERCISES)).orElse(List.of());
    var names = new ArrayList<String>();
    for (var item : items) {
      item.oneLine(Words.MOST_TITLE)
          .ifPresent(name -> {
            if (unlisted.remove(name)) {
              names.add(name);
            } else {
              item.complain(fault(name));
            }
          });
    }
    keys.done();
    return new CourseFolder.Part(title.orElse(""), names);
  }

  private String fault(String name) {
    return folder.folders().contains(name)
        ? "is listed twice; leave one out"
        : "has no folder; add it, or leave it out";
  }
}
