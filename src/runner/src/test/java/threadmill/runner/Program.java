package threadmill.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A program of `src/test/resources/programs`, and what its header comment says must become of it.
record Program(String name, String source) {

  static List<Program> all() {
    try (var files = Files.list(folder())) {
      return files.sorted().map(Program::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(Program.class.getResource("/programs")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Program read(Path file) {
    try {
      var name = file.getFileName().toString().replace(".java", "");
      return new Program(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Values of header lines such as `// stdout: hi`, in order.
  List<String> header(String key) {
    var start = "// " + key + ": ";
    return source
        .lines()
        .takeWhile(line -> line.startsWith("//"))
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  Verdict verdict() {
    return Verdict.valueOf(header("verdict").getFirst());
  }

  /// An order for it; `PORT` among its arguments stands for a port on which the host listens.
  RunOrder order(int port) {
    var args =
        Stream.concat(
                header("args").stream().map(arg -> arg.replace("PORT", Integer.toString(port))),
                Stream.of("one", "two"))
            .limit(2)
            .toList();
    var defaults = Limits.defaults();
    var wall = header("wall").stream().map(Long::parseLong).map(Duration::ofMillis).findFirst();
    var limits =
        new Limits(
            wall.orElse(defaults.wall()),
            defaults.heapMiB(),
            defaults.stdoutBytes(),
            defaults.stderrBytes(),
            defaults.threads());
    return new RunOrder(
        name,
        1,
        List.of(new SourceFile("Main.java", source)),
        2,
        2,
        "line of input\n",
        args,
        limits);
  }

  @Override
  public String toString() {
    return name;
  }
}
