package threadmill.runner.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import threadmill.lab.Lab;
import threadmill.runner.Diagnostic;
import threadmill.runner.Diagnostic.Severity;
import threadmill.runner.SourceFile;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.compile.Compilation.Refused;

class JavacTest {
  private static Javac javac;

  @BeforeAll
  static void start() throws IOException {
    javac = new Javac(labPath());
  }

  @AfterAll
  static void stop() {
    javac.close();
  }

  @Test
  void a_compact_source_file_becomes_a_class_named_after_its_file() {
    var compiled = compiled(file("Primes.java", "void main() { IO.println(2); }"));

    assertThat(compiled.classes()).containsOnlyKeys("Primes");
    assertThat(compiled.mainClass()).isEqualTo("Primes");
  }

  @Test
  void files_of_several_packages_see_each_other_and_the_lab() {
    var compiled =
        compiled(
            file(
                "shop/Till.java",
                "package shop; public class Till { public static int cores() { return threadmill.lab.Lab.cores(); } }"),
            file("Main.java", "void main() { IO.println(shop.Till.cores()); }"));

    assertThat(compiled.classes()).containsOnlyKeys("shop.Till", "Main");
    assertThat(compiled.mainClass()).isEqualTo("Main");
  }

  @Test
  void the_first_files_class_with_a_main_is_started_where_there_is_no_class_main() {
    var compiled =
        compiled(
            file("a/Tool.java", "package a; class Tool { void helper() {} }"),
            file("b/Second.java", "package b; class Second { static void main() {} }"),
            file("a/First.java", "package a; class First { static void main(String[] args) {} }"));

    assertThat(compiled.mainClass()).isEqualTo("b.Second");
  }

  @Test
  void a_private_main_is_none() {
    var compiled = compiled(file("A.java", "class A { private static void main() {} }"));

    assertThat(compiled.mainClass()).isEmpty();
  }

  @Test
  void an_error_has_its_file_line_and_column() {
    var refused =
        (Refused)
            javac.compile(
                List.of(
                    file("Fine.java", "class Fine {}"),
                    file("Main.java", "void main() {\n  int x = \"one\";\n}\n")));

    assertThat(refused.diagnostics())
        .containsExactly(
            new Diagnostic(
                "Main.java",
                2,
                11,
                Severity.ERROR,
                "incompatible types: java.lang.String cannot be converted to int"));
  }

  @Test
  void an_annotation_processor_on_the_class_path_is_not_run() {
    var compiled =
        compiled(
            file(
                "META.java",
                "@javax.annotation.processing.SupportedAnnotationTypes(\"*\") class META extends javax.annotation.processing.AbstractProcessor { static { System.exit(9); } public boolean process(java.util.Set<? extends javax.lang.model.element.TypeElement> a, javax.annotation.processing.RoundEnvironment r) { return true; } }"),
            file("Main.java", "void main() {}"));

    assertThat(compiled.mainClass()).isEqualTo("Main");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          class Ghost {}                                       | new Ghost();
          class Host { static class Ghost {} }                 | new Host.Ghost();
          class Main { static int ghost; void main() {} }      | Main.ghost = 1;
          package a; class Ghost {}                            | new a.Ghost();
          package threadmill.lab; public class Ghost {}        | new threadmill.lab.Ghost();
          package threadmill.lab; public class Lab { public static int ghost; } | threadmill.lab.Lab.ghost = 1;
          package java.util; public class Ghost {}             | new java.util.Ghost();
          class Ghost { void main() { Missing m; } }           | new Ghost();
          class String {} class Ghost {}                       | new Ghost();
          module m {}                                          | new String().ghost();
          """)
  void one_compilation_leaves_nothing_to_the_next(String source, String use) {
    javac.compile(List.of(file("Ghost.java", source)));

    assertThat(javac.compile(List.of(file("Main.java", "void main() { " + use + " }"))))
        .isInstanceOf(Refused.class);
    assertThat(
            compiled(
                    file(
                        "Main.java",
                        "void main() { String s = threadmill.lab.Lab.cores() + \"\"; }"))
                .classes())
        .containsOnlyKeys("Main");
  }

  @Test
  void tables_that_others_have_used_change_nothing_about_a_program() throws IOException {
    var folder = Path.of("src/test/resources/programs");
    List<Path> programs;
    try (var all = Files.walk(folder)) {
      programs = all.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    assertThat(programs).hasSizeGreaterThan(40);
    for (var program : programs) {
      var name = "Main.java";
      var source = List.of(file(name, Files.readString(program)));
      try (var untouched = new Javac(labPath())) {
        assertThat(words(javac.compile(source)))
            .as(program.toString())
            .isEqualTo(words(untouched.compile(source)));
      }
    }
  }

  private static String labPath() {
    var lab = Lab.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(lab.toString())).toString();
  }

  /// Class files by their bytes.
  private static List<Object> words(Compilation compilation) {
    return compilation instanceof Compiled(var main, var classes, var warnings)
        ? List.of(
            main,
            warnings,
            classes.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, e -> HexFormat.of().formatHex(e.getValue()))))
        : List.of(compilation);
  }

  private static Compiled compiled(SourceFile... files) {
    var compilation = javac.compile(List.of(files));
    assertThat(compilation).isInstanceOf(Compiled.class);
    return (Compiled) compilation;
  }

  private static SourceFile file(String path, String content) {
    return new SourceFile(path, content);
  }
}
