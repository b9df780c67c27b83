package threadmill.server.exercise;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import threadmill.server.exercise.complaint.Checked.Faulty;
import threadmill.server.exercise.complaint.Checked.Good;
import threadmill.server.exercise.file.Folder;
import threadmill.server.exercise.file.FolderBounds;
import threadmill.server.exercise.file.Gather;
import threadmill.server.exercise.file.Layout;
import threadmill.server.exercise.statement.Glossary;
import threadmill.server.exercise.statement.Glossary.Term;

/// The exercise that docs/authoring.md shows, and variations of it.
public record LostUpdate(Map<String, String> files) {
  public static final Glossary GLOSSARY =
      new Glossary(
          Map.of(
              "race-condition",
              new Term("race-condition", "race condition", "The result depends on timing."),
              "critical-section",
              new Term("critical-section", "critical section", "One thread at a time.")));

  public static final String DEFINITION =
      """
      title: Lost update
      slug: lost-update
      concepts: [race condition, critical-section]
      difficulty: easy
      minutes: 20
      setting:
        executor: fixed
        parallelism: 2
        cores: 2
        isolation: process
        limits: {wallMillis: 5000, heapMiB: 64, threads: 100}
        web: default
      grading:
        - name: ends
          title: Four threads come to an end
          kind: liveness
          points: 2
          test: CounterTest.four_threads_end
        - name: no-update-is-lost
          title: No update is lost
          kind: repeat
          points: 6
          hidden: true
          test: CounterTest.no_update_is_lost
          times: 400
          cores: [1, 2]
          yields: true
      wrong:
        unguarded: {verdict: RACE_OBSERVED, fails: [no-update-is-lost]}
      """;

  public static LostUpdate original() {
    var files = new TreeMap<String, String>();
    files.put("exercise.yaml", DEFINITION);
    files.put(
        "statement.md",
        """
        Make the counter a [critical section](term:critical-section).

        ![two threads](images/two-threads.svg)

        ## What you saw

        Both threads read 41.
        """);
    files.put("starter/Counter.java", "class Counter { int value; void increment() {} }\n");
    files.put("starter/shop/Till.java", "package shop; class Till {}\n");
    files.put(
        "solution/Counter.java", "class Counter { int value; synchronized void increment() {} }\n");
    files.put("wrong/unguarded/Counter.java", "class Counter { void increment() { } }\n");
    files.put("tests/subject/CountDriver.java", "class CountDriver {}\n");
    files.put("tests/grader/CounterTest.java", "class CounterTest {}\n");
    files.put("tests/output/pages.txt", "1\r\n2\r\n");
    files.put("images/two-threads.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    return new LostUpdate(files);
  }

  public LostUpdate with(String path, String text) {
    var more = new TreeMap<>(files);
    more.put(path, text);
    return new LostUpdate(more);
  }

  public LostUpdate without(String path) {
    var fewer = new TreeMap<>(files);
    fewer.keySet().removeIf(p -> p.equals(path) || p.startsWith(path + "/"));
    return new LostUpdate(fewer);
  }

  /// With one piece of `exercise.yaml` replaced.
  public LostUpdate defined(String piece, String by) {
    var definition = files.getOrDefault("exercise.yaml", "");
    if (!definition.contains(piece)) {
      throw new IllegalArgumentException(piece + " does not stand in the definition");
    }
    return with("exercise.yaml", definition.replace(piece, by));
  }

  public Map<String, byte[]> bytes() {
    return files.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, file -> file.getValue().getBytes(StandardCharsets.UTF_8)));
  }

  public Folder folder() {
    return switch (Gather.of(bytes(), Layout.EXERCISE, FolderBounds.exercise())) {
      case Good<Folder>(var folder) -> folder;
      case Faulty<Folder>(var complaints) -> throw new AssertionError(complaints);
    };
  }
}
