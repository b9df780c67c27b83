package threadmill.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example of the documentation compiles and runs to its end.
class ExamplesTest {
  @TempDir Path folder;

  static Stream<String> examples() throws IOException {
    var examples = new ArrayList<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        var text = Files.readString(file).lines().map(String::strip);
        examples.addAll(
            blocks(text.filter(l -> l.startsWith("///")).map(l -> l.replaceFirst("/// ?", ""))));
      }
    }
    examples.addAll(blocks(Files.readString(Path.of("../../docs/lab.md")).lines()));
    assertThat(examples).hasSizeGreaterThan(8);
    return examples.stream();
  }

  private static List<String> blocks(Stream<String> lines) {
    var blocks = new ArrayList<String>();
    @Nullable StringBuilder block = null;
    for (var line : lines.toList()) {
      if (line.equals("```java")) {
        block = new StringBuilder();
      } else if (line.equals("```") && block != null) {
        blocks.add(block.toString());
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_compiles_and_runs(String example) throws Exception {
    var body =
        example.contains("void main(")
            ? example
            : "void main() throws Exception {\n" + example + "}\n";
    var source = "import threadmill.lab.*;\n" + body;
    var file = Files.writeString(folder.resolve("Main.java"), source);
    var complaints = new StringWriter();
    var out = new PrintWriter(complaints);
    int compiled =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(out, out, "-d", folder.toString(), "-cp", "target/classes", file.toString());
    assertThat(compiled).as("%s%n%s", complaints, source).isZero();

    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = folder + ":" + Path.of("target/classes").toAbsolutePath();
    var run =
        new ProcessBuilder(java, "-XX:+UseSerialGC", "-cp", classes, "Main")
            .redirectErrorStream(true)
            .start();
    var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as("%s%n%s", said, source).isZero();
  }
}
