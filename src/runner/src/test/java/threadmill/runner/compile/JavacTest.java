package threadmill.runner.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import threadmill.lab.Lab;
import threadmill.runner.Diagnostic;
import threadmill.runner.Diagnostic.Severity;
import threadmill.runner.SourceFile;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.compile.Compilation.Refused;

class JavacTest {
  private static Javac javac;

  @BeforeAll
  static void start() throws IOException, URISyntaxException {
    var lab = Lab.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    javac = new Javac(Path.of(lab).toString());
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

  @Test
  void one_compilation_leaves_nothing_to_the_next() {
    compiled(file("Ghost.java", "class Ghost {}"), file("Main.java", "void main() {}"));

    assertThat(javac.compile(List.of(file("Main.java", "void main() { new Ghost(); }"))))
        .isInstanceOf(Refused.class);
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
