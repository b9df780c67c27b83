package threadmill.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import threadmill.lab.ExecutorKind;
import threadmill.runner.RunEvent.Output.Stream;
import threadmill.runner.timeline.Timeline;

/// A program of `src/test/resources` that was run in a real sandbox: its output and its timeline.
public record Explained(LocalRunner runner, RunResult result, String stdout)
    implements AutoCloseable {

  /// Runs it to its end.
  ///
  /// @param resource such as `explained/reasons.java`
  public static Explained run(Path home, String resource, int cores) {
    var runner = new LocalRunner(RunnerConfig.in(home));
    try {
      var defaults = Limits.defaults();
      var limits =
          new Limits(
              Duration.ofSeconds(40),
              defaults.heapMiB(),
              defaults.stdoutBytes(),
              defaults.stderrBytes(),
              defaults.threads());
      var files = List.of(new SourceFile("Main.java", source(resource)));
      var heard = new Heard();
      var order =
          new RunOrder(resource, 1, files, ExecutorKind.FIXED, cores, cores, "", List.of(), limits);
      var result = runner.run(order, heard);
      if (result.verdict() != Verdict.OK) {
        throw new AssertionError(result + "\n" + heard.text(Stream.STDERR));
      }
      return new Explained(runner, result, heard.text(Stream.STDOUT));
    } catch (RuntimeException | Error e) {
      runner.close();
      throw e;
    }
  }

  private static String source(String resource) {
    try (var in = Explained.class.getResourceAsStream("/" + resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Timeline timeline() {
    return Objects.requireNonNull(result.timeline());
  }

  public List<String> lines(String start) {
    return stdout.lines().filter(line -> line.startsWith(start)).toList();
  }

  @Override
  public void close() {
    runner.close();
  }
}
