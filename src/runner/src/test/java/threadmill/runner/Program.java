package threadmill.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;
import threadmill.lab.ExecutorKind;

/// A program of `src/test/resources`, and what its header comment says must become of it.
///
/// A header `executor: process` chooses what `Lab.executor()` opens.
///
/// A line `// file: shop/Till.java` begins another file of the program. A header `with:
/// Native.java` adds that file of `hostile/with`. `@@9{text}@@` stands for nine times the text,
/// each `#` in it for the number of the repetition and each `##` for the next, which keeps large
/// sources short.
///
/// @param name such as `hello`, or `cpu/spins` where programs are kept by family
record Program(String name, List<SourceFile> files) {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final String FILE = "// file: ";
  private static final String WITH = "hostile/with";
  private static final Pattern REPEAT = Pattern.compile("@@(\\d+)\\{(.*?)\\}@@", Pattern.DOTALL);

  /// The programs below a folder, by name.
  static List<Program> all(String corpus) {
    var folder = folder(corpus);
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.startsWith(folder(WITH)))
          .sorted()
          .map(file -> read(folder.relativize(file).toString().replace(".java", ""), file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(String name) {
    try {
      return Path.of(Objects.requireNonNull(Program.class.getResource("/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Program read(String name, Path file) {
    var files = new ArrayList<SourceFile>();
    var path = "Main.java";
    var content = new StringBuilder();
    for (var line : content(file).lines().toList()) {
      if (line.startsWith(FILE)) {
        files.add(new SourceFile(path, repeated(content.toString())));
        path = line.substring(FILE.length());
        content.setLength(0);
      } else {
        content.append(line).append('\n');
      }
    }
    files.add(new SourceFile(path, repeated(content.toString())));
    var program = new Program(name, files);
    program
        .header("with")
        .forEach(other -> files.add(new SourceFile(other, content(folder(WITH).resolve(other)))));
    return program;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String repeated(String source) {
    return REPEAT
        .matcher(source)
        .replaceAll(found ->
            IntStream.range(0, Integer.parseInt(found.group(1)))
                .mapToObj(i -> found.group(2).replace("##", "" + (i + 1)).replace("#", "" + i))
                .collect(Collectors.joining())
                .replace("\\", "\\\\")
                .replace("$", "\\$"));
  }

  /// Values of header lines such as `// stdout: hi`, in order.
  List<String> header(String key) {
    var start = "// " + key + ": ";
    return files
        .getFirst()
        .content()
        .lines()
        .takeWhile(line -> line.startsWith("//"))
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  /// The verdict it must get; several where the kernel may answer in more than one way.
  List<Verdict> verdicts() {
    return Arrays.stream(header("verdict").getFirst().split(" \\| ", -1))
        .map(Verdict::valueOf)
        .toList();
  }

  /// An order for it.
  ///
  /// @param places what words such as `PORT` among its arguments stand for
  RunOrder order(Map<String, String> places) {
    var given = header("args").stream().map(arg -> replaced(arg, places)).toList();
    var args =
        Stream.concat(given.stream(), Stream.of("one", "two"))
            .limit(Math.max(2, given.size()))
            .toList();
    var defaults = Limits.defaults();
    var wall = header("wall").stream().map(Long::parseLong).map(Duration::ofMillis).findFirst();
    // What another limit must end has the time for that on a slow machine too.
    boolean timed = header("verdict").stream().anyMatch(all -> all.contains("TIME_LIMIT"));
    var enough = timed ? defaults.wall() : PATIENCE;
    int cores = header("cores").stream().map(Integer::parseInt).findFirst().orElse(2);
    var limits =
        new Limits(
            wall.orElse(enough),
            defaults.heapMiB(),
            defaults.stdoutBytes(),
            defaults.stderrBytes(),
            defaults.threads());
    var executor = header("executor").stream().map(ExecutorKind::of).findFirst();
    return new RunOrder(
        name,
        1,
        files,
        executor.orElse(ExecutorKind.FIXED),
        2,
        cores,
        "line of input\n",
        args,
        limits,
        web(),
        false,
        Isolation.PROCESS);
  }

  /// A header `web: on` gives it the virtual web.
  private @Nullable VirtualWeb web() {
    return header("web").isEmpty() ? null : new VirtualWeb(20, 20_000, 0, 1);
  }

  private static String replaced(String arg, Map<String, String> places) {
    for (var place : places.entrySet()) {
      arg = arg.replace(place.getKey(), place.getValue());
    }
    return arg;
  }

  @Override
  public String toString() {
    return name;
  }
}
