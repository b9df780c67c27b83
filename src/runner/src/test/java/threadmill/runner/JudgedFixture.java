package threadmill.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import threadmill.lab.ExecutorKind;
import threadmill.runner.judge.Grading;
import threadmill.runner.judge.Grading.Band;
import threadmill.runner.judge.Grading.Comparison;
import threadmill.runner.judge.Grading.Expectation;
import threadmill.runner.judge.Grading.Head;
import threadmill.runner.judge.Grading.Liveness;
import threadmill.runner.judge.Grading.Measure;
import threadmill.runner.judge.Grading.Output;
import threadmill.runner.judge.Grading.Performance;
import threadmill.runner.judge.Grading.Repeat;
import threadmill.runner.judge.Grading.Setting;
import threadmill.runner.judge.Grading.TestName;
import threadmill.runner.judge.Grading.UnitTests;
import threadmill.runner.judge.JudgedExercise;

/// An exercise of `src/test/resources/exercises`, with what its exercise.yaml says.
enum JudgedFixture {
  LOST_UPDATE("lost-update") {
    @Override
    List<Grading> gradings() {
      var setting = setting(2, 2, 128);
      return List.of(
          new UnitTests(
              new Head("counts", "One thread counts", 2, false),
              setting,
              new TestName("CounterTest", "one_thread_counts")),
          new Liveness(
              new Head("ends", "Four threads come to an end", 2, false),
              setting,
              new TestName("CounterTest", "four_threads_end"),
              List.of(),
              ""),
          new Repeat(
              new Head("no-update-is-lost", "No update is lost", 6, true),
              setting,
              new TestName("CounterTest", "no_update_is_lost"),
              40,
              List.of(1, 2),
              true));
    }
  },

  PARALLEL_SUM("parallel-sum") {
    @Override
    List<Grading> gradings() {
      var setting = setting(2, 2, 256);
      return List.of(
          new UnitTests(
              new Head("adds-up", "The sum is right", 2, false),
              setting,
              new TestName("SumTest", "adds_up")),
          new UnitTests(
              new Head("in-order", "The results are in the order of the numbers", 2, false),
              setting,
              new TestName("SumTest", "in_order")),
          new UnitTests(
              new Head("mean", "The mean is right", 1, false),
              setting,
              new TestName("SumTest", "mean")),
          new Performance(
              new Head("speed-up", "Two cores share the work", 5, false),
              setting,
              new TestName("SumTest", "adds_up"),
              Measure.SPEED_UP,
              3,
              List.of(new Band(1.3, 2), new Band(1.6, 5))),
          new Performance(
              new Head("one-core", "Much faster than the reference solution on one core", 5, true),
              setting(1, 1, 256),
              new TestName("SumTest", "in_order"),
              Measure.RELATIVE,
              3,
              List.of(new Band(1.8, 5))));
    }
  },

  FOUR_PAGES("four-pages") {
    @Override
    List<Grading> gradings() {
      return List.of(
          output(
              new Head("prints", "Counts the words of four pages", 2, false),
              "pages.txt",
              new Expectation.Text(Comparison.UNORDERED_LINES, text("counts.txt"))),
          output(
              new Head("other-pages", "Counts the words of other pages", 4, true),
              "other-pages.txt",
              new Expectation.Checker(new TestName("PagesTest", "counts_are_right"))),
          output(
              new Head("shape", "Prints a line for each page and the total", 1, true),
              "other-pages.txt",
              new Expectation.Text(
                  Comparison.REGEX, "(page [1-4]: [0-9]+ words\n){4}total: 26 words")),
          output(
              new Head("long-pages", "Counts long pages", 1, true),
              "long-pages.txt",
              new Expectation.Text(Comparison.UNORDERED_LINES, text("long-counts.txt"))));
    }

    private Output output(Head head, String stdin, Expectation expectation) {
      return new Output(head, setting(4, 2, 128), List.of(), text(stdin), expectation);
    }

    private String text(String file) {
      return content(folder().resolve("tests/output").resolve(file));
    }
  };

  private final String slug;

  JudgedFixture(String slug) {
    this.slug = slug;
  }

  abstract List<Grading> gradings();

  static JudgedFixture of(String slug) {
    return Arrays.stream(values()).filter(it -> it.slug.equals(slug)).findFirst().orElseThrow();
  }

  JudgedExercise exercise() {
    return new JudgedExercise(
        files("solution"), files("tests/subject"), files("tests/grader"), gradings());
  }

  static Setting setting(int parallelism, int cores, int heapMiB) {
    var defaults = Limits.defaults();
    var limits =
        new Limits(
            Duration.ofSeconds(10),
            heapMiB,
            defaults.stdoutBytes(),
            defaults.stderrBytes(),
            defaults.threads());
    return new Setting(ExecutorKind.FIXED, parallelism, cores, limits, null);
  }

  Path folder() {
    try {
      var resource = JudgedFixture.class.getResource("/exercises/" + slug);
      return Path.of(Objects.requireNonNull(resource).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private List<SourceFile> files(String part) {
    var folder = folder().resolve(part);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> new SourceFile(folder.relativize(file).toString(), content(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
