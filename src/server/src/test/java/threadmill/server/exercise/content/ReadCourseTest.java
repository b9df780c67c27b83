package threadmill.server.exercise.content;

import static org.assertj.core.api.Assertions.assertThat;
import static threadmill.server.exercise.content.Reading.BOUNDS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import threadmill.server.exercise.LostUpdate;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.complaint.Checked.Faulty;
import threadmill.server.exercise.complaint.Checked.Good;
import threadmill.server.exercise.content.CourseFolder.Part;
import threadmill.server.exercise.file.Folder;
import threadmill.server.exercise.file.FolderBounds;
import threadmill.server.exercise.file.Gather;
import threadmill.server.exercise.file.Layout;

class ReadCourseTest {
  private static final String COURSE =
      """
      title: Concurrency
      slug: concurrency
      description: Six weeks.
      parts:
        - title: Races
          exercises: [second, lost-update]
      """;
  private static final String GLOSSARY =
      """
      race-condition: {term: race condition, definition: The result depends on timing.}
      critical-section:
        term: critical section
        definition: >
          One thread
          at a time.
      """;

  @Test
  void a_course_is_read_with_its_glossary_and_exercises() {
    var folder = folder(course());

    var course = good(ReadCourse.read(folder, BOUNDS));

    assertThat(course.title()).isEqualTo("Concurrency");
    assertThat(course.slug()).isEqualTo("concurrency");
    assertThat(course.description()).isEqualTo("Six weeks.");
    assertThat(course.parts()).containsExactly(new Part("Races", List.of("second", "lost-update")));
    assertThat(course.exercises().keySet()).containsExactly("second", "lost-update");
    assertThat(course.exercises().get("lost-update"))
        .isEqualTo(Reading.exercise(LostUpdate.original()));
    assertThat(course.glossary().term("critical-section").orElseThrow().definition())
        .isEqualTo("One thread at a time.");
    assertThat(course.folder()).isEqualTo(folder);
  }

  @Test
  void exercises_and_their_folders_belong_together() {
    var files = course();
    files.put(
        "course.yaml",
        """
        title: Concurrency
        slug: concurrency
        part: []
        parts:
          - title: Races
            exercises: [second, third, second]
        """);

    assertThat(Reading.complaints(ReadCourse.read(folder(files), BOUNDS)))
        .containsExactly(
            "course.yaml:6: parts[0].exercises[1]: has no folder; add it, or leave it out",
            "course.yaml:6: parts[0].exercises[2]: is listed twice; leave one out",
            "course.yaml:1: parts: lack lost-update, which has a folder; list it",
            "course.yaml:3: part: is not known here; did you mean parts?");
  }

  @Test
  void what_is_wrong_with_an_exercise_is_told_with_its_folder() {
    var files = course();
    files.put("second/exercise.yaml", LostUpdate.DEFINITION);
    files.put("lost-update/statement.md", "[x](term:y)");

    assertThat(Reading.complaints(ReadCourse.read(folder(files), BOUNDS)))
        .containsExactly(
            "lost-update/statement.md:1: the glossary has no y; add it, or link another",
            "second/exercise.yaml: slug: must be second, as its folder is named");
  }

  @Test
  void what_is_wrong_with_the_glossary_is_told() {
    var files = course();
    files.put(
        "glossary.yaml",
        GLOSSARY + "Lock: {term: lock, definition: x}\nmonitor: {term: '', meaning: x}\n");

    assertThat(Reading.complaints(ReadCourse.read(folder(files), BOUNDS)))
        .containsExactly(
            "glossary.yaml:7: Lock: a key is made of a-z, 0-9 and single hyphens",
            "glossary.yaml:8: monitor.term: must be one line of text",
            "glossary.yaml:8: monitor.definition: is required",
            "glossary.yaml:8: monitor.meaning: is not known here; known are term, definition");
  }

  @Test
  void a_folder_without_course_yaml_is_no_course() {
    var files = course();
    files.remove("course.yaml");

    assertThat(Reading.complaints(ReadCourse.read(folder(files), BOUNDS)))
        .containsExactly("course.yaml: is missing; every course has one");
  }

  private static Map<String, String> course() {
    var files = new TreeMap<String, String>();
    files.put("course.yaml", COURSE);
    files.put("glossary.yaml", GLOSSARY);
    LostUpdate.original().files().forEach((path, text) -> files.put("lost-update/" + path, text));
    LostUpdate.original()
        .defined("slug: lost-update", "slug: second")
        .files()
        .forEach((path, text) -> files.put("second/" + path, text));
    return files;
  }

  private static Folder folder(Map<String, String> files) {
    var bytes = new TreeMap<String, byte[]>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return good(Gather.of(bytes, Layout.COURSE, FolderBounds.course()));
  }

  private static <T> T good(Checked<T> checked) {
    return switch (checked) {
      case Good<T>(var value) -> value;
      case Faulty<T>(var complaints) -> throw new AssertionError(complaints);
    };
  }
}
