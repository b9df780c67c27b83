package threadmill.runner.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.lab.Lab;
import threadmill.runner.SourceFile;
import threadmill.runner.judge.Grading.Usage;

class FindUsesTest {
  private static Javac javac;

  @BeforeAll
  static void start() throws IOException {
    var lab = Lab.class.getProtectionDomain().getCodeSource().getLocation();
    javac = new Javac(Path.of(URI.create(lab.toString())).toString());
  }

  @AfterAll
  static void stop() {
    javac.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void main() throws Exception { Thread.sleep(1); }",
        "import static java.lang.Thread.sleep; void main() throws Exception { sleep(1); }",
        "import static java.lang.Thread.*; void main() throws Exception { sleep(1); }",
        "interface S { void s(long m) throws Exception; } void main() throws Exception { S s = Thread::sleep; s.s(1); }",
        "static class T extends Thread {} void main() throws Exception { T.sleep(1); }",
        "static class T extends Thread { public void run() { try { sleep(1); } catch (Exception e) {} } } void main() {}",
        "void main() throws Exception { java.lang . /* a */ Thread // b\n . sleep\n(1); }",
        "void main() throws Exception { \\u0054hread.sl\\u0065ep(1); }",
        "void main() throws Exception { Thread.currentThread().sleep(1); }",
      })
  void a_method_is_found_whatever_way_it_is_called(String source) {
    assertThat(use(Usage.METHOD, "java.lang.Thread#sleep", source)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void main() { IO.println(\"Thread.sleep(1) synchronized java.util.concurrent.Semaphore\"); }",
        "// Thread.sleep(1) synchronized new java.util.concurrent.Semaphore(1)\nvoid main() {}",
        "/** {@link java.util.concurrent.Semaphore} Thread.sleep synchronized */ void main() {}",
        "import java.util.concurrent.*; import java.util.concurrent.Semaphore; void main() {}",
        "String s = \"\"\"\n  \\\"\"\" synchronized Thread.sleep(1); new java.util.concurrent.Semaphore(1) \"\"\"; void main() {}",
        "static class Thread { static void sleep(int n) {} } void main() { Thread.sleep(1); }",
        "static class Semaphore {} void main() { new Semaphore(); }",
        "void sleep(long n) {} void main() { sleep(1); }",
        "void main() { int synchronize = 1; char c = '\"'; String s = \"synchronized\"; }",
      })
  void what_only_looks_like_a_use_is_none(String source) {
    var uses = uses(source);

    assertThat(uses)
        .extracting(Use::name)
        .isNotEmpty()
        .doesNotContain("java.lang.Thread#sleep", "synchronized", "java.util.concurrent.Semaphore");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.util.concurrent.locks.ReentrantLock; ReentrantLock l; void main() {}",
        "import java.util.concurrent.locks.*; void main() { Object o = new ReentrantLock(); }",
        "void main() { Object o = new java.util.concurrent.locks.ReentrantLock(); }",
        "void main() { var l = Given.lock(); }",
        "void main() { Given.lock().lock(); }",
        "void main() { for (var l : Given.locks()) {} }",
        "void main() { Given.locks().forEach(l -> {}); }",
        "import static java.lang.System.out; void main(String[] a) { if ((Object) a instanceof java.util.concurrent.locks.ReentrantLock) {} }",
        "java.util.List<java.util.concurrent.locks.ReentrantLock[]> l; void main() {}",
        "static class L extends java.util.concurrent.locks.ReentrantLock {} void main() { new L(); }",
        "<T extends java.util.concurrent.locks.ReentrantLock> void m(T t) {} void main() {}",
        "void main() { java.util.function.Supplier<Object> s = java.util.concurrent.locks.ReentrantLock::new; }",
      })
  void a_type_is_found_by_any_name_and_without_one(String source) {
    assertThat(use(Usage.TYPE, "java.util.concurrent.locks.ReentrantLock", source)).isPresent();
    assertThat(use(Usage.TYPE, "java.util.concurrent.locks.Lock", source)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          synchronized | void main() { synchronized (this) {} }
          synchronized | synchronized void main() {}
          synchronized | void main() { new Object() { static synchronized void m() {} }; }
          volatile     | volatile int x; void main() {}
          transient    | static class A { transient int x; } void main() {}
          while        | void main() { do {} while (false); }
          do           | void main() { do {} while (false); }
          for          | void main() { for (var x : new int[0]) {} }
          switch       | int m(int x) { return switch (x) { default -> 1; }; } void main() {}
          instanceof   | boolean m(Object x) { return x instanceof String s; } void main() {}
          new          | void main() { new Object(); }
          new          | java.util.function.IntFunction<int[]> f = int[]::new; void main() {}
          static       | static int x; void main() {}
          final        | void main() { final int x = 1; }
          var          | void main() { var x = 1; }
          var          | java.util.function.IntUnaryOperator f = (var x) -> x; void main() {}
          record       | record R(int x) {} void main() {}
          sealed       | sealed interface S permits A {} non-sealed static class A implements S {} void main() {}
          non-sealed   | sealed interface S permits A {} non-sealed static class A implements S {} void main() {}
          permits      | sealed interface S permits A {} non-sealed static class A implements S {} void main() {}
          when         | int m(Object x) { return switch (x) { case String s when s.isEmpty() -> 1; default -> 2; }; } void main() {}
          yield        | int m(int x) { return switch (x) { default: yield 1; }; } void main() {}
          """)
  void a_keyword_is_found(String word, String source) {
    assertThat(use(Usage.KEYWORD, word, source)).isPresent();
  }

  @Test
  void a_modifier_that_nobody_wrote_is_none() {
    var uses =
        uses(
            """
            enum E { A }
            record R(int x) {}
            interface I { int X = 1; void m(); }
            void main() throws Exception {
              try (java.io.StringReader in = new java.io.StringReader("")) {
                in.read();
              } catch (IllegalStateException | java.io.IOException e) {
                e.printStackTrace();
              }
            }
            """);

    assertThat(uses)
        .filteredOn(use -> use.usage() == Usage.KEYWORD)
        .extracting(Use::name)
        .doesNotContain("static", "final", "private", "public", "super", "var", "abstract");
  }

  @Test
  void a_name_that_is_a_keyword_elsewhere_is_none() {
    var uses =
        uses(
            "int var; int record; int when; void yield() {} void main() { var = record + when; this.yield(); var++; }");

    assertThat(uses)
        .filteredOn(use -> use.usage() == Usage.KEYWORD)
        .extracting(Use::name)
        .containsExactlyInAnyOrder("int", "void", "this");
  }

  @Test
  void who_calls_a_method_also_calls_those_that_it_overrides_and_inherits() {
    var uses =
        uses(
            """
            import java.util.concurrent.*;
            void main() {
              var pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
              pool.submit(() -> {});
            }
            """);

    assertThat(uses)
        .filteredOn(use -> use.usage() == Usage.METHOD)
        .extracting(Use::name, Use::written, Use::line)
        .contains(
            tuple("java.util.concurrent.ExecutorService#submit", 4),
            tuple("java.util.concurrent.AbstractExecutorService#submit", 4),
            tuple("java.util.concurrent.ThreadPoolExecutor#submit", 4));
    assertThat(uses)
        .extracting(Use::name)
        .contains("java.util.concurrent.ThreadPoolExecutor#new")
        .doesNotContain("java.util.concurrent.Executor#submit", "java.lang.Object#new");
  }

  private static org.assertj.core.groups.Tuple tuple(String name, int line) {
    return org.assertj.core.api.Assertions.tuple(
        name, "java.util.concurrent.ThreadPoolExecutor#submit", line);
  }

  @Test
  void the_first_place_is_told_by_file_and_line() {
    var reading =
        read(
            List.of(
                file("Main.java", "void main() {\n  IO.println(\n    Other\n      .x());\n}\n"),
                file(
                    "Other.java",
                    "class Other {\n  static int x() {\n    return new Object()\n      .hashCode();\n  }\n  static synchronized void y() {}\n  synchronized void z() {}\n}\n")),
            List.of());

    assertThat(reading.uses())
        .contains(
            new Use(Usage.METHOD, "Other#x", "Other#x", "Main.java", 4),
            new Use(
                Usage.METHOD,
                "java.lang.Object#hashCode",
                "java.lang.Object#hashCode",
                "Other.java",
                4),
            new Use(Usage.KEYWORD, "synchronized", "synchronized", "Other.java", 6));
  }

  @Test
  void files_beside_do_not_count() {
    var reading =
        read(
            List.of(file("Counter.java", "class Counter { int value; }")),
            List.of(
                file(
                    "Driver.java",
                    "class Driver { synchronized void m() throws Exception { new Counter().value++; Thread.sleep(1); } }")));

    assertThat(reading.uses())
        .extracting(Use::name)
        .contains("int")
        .doesNotContain("synchronized", "java.lang.Thread#sleep", "Counter#new");
  }

  @Test
  void a_source_that_javac_refuses_is_not_read() {
    assertThat(javac.read(request(List.of(file("Main.java", "void main() { x }")), List.of())))
        .isInstanceOf(Reading.Unread.class);
  }

  @Test
  void a_source_that_is_too_deep_is_not_read() {
    var deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);

    assertThat(
            javac.read(
                request(
                    List.of(file("Main.java", "int x = " + deep + "; void main() {}")), List.of())))
        .isInstanceOf(Reading.Unread.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"class Ghost {}", "package a; class Ghost {}", "module m {}", "class String {}"})
  void reading_leaves_nothing_to_the_next(String source) {
    javac.read(request(List.of(file("Ghost.java", source)), List.of()));

    assertThat(javac.compile(List.of(file("Main.java", "void main() { new Ghost(); }"))))
        .isInstanceOf(Compilation.Refused.class);
    assertThat(javac.compile(List.of(file("Main.java", "void main() { String s = \"\"; }"))))
        .isInstanceOf(Compilation.Compiled.class);
  }

  private static Optional<Use> use(Usage usage, String name, String source) {
    return uses(source).stream()
        .filter(use -> use.usage() == usage && use.name().equals(name))
        .findFirst();
  }

  /// Uses of a file, beside which there is a class that gives locks.
  private static List<Use> uses(String source) {
    var given =
        file(
            "Given.java",
            """
            import java.util.List;
            import java.util.concurrent.locks.ReentrantLock;
            class Given {
              static ReentrantLock lock() { return new ReentrantLock(); }
              static List<ReentrantLock> locks() { return List.of(); }
            }
            """);
    return read(List.of(file("Main.java", source)), List.of(given)).uses();
  }

  private static Reading.Read read(List<SourceFile> files, List<SourceFile> beside) {
    var reading = javac.read(request(files, beside));
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return (Reading.Read) reading;
  }

  private static ReadingFrames.Request request(List<SourceFile> files, List<SourceFile> beside) {
    return new ReadingFrames.Request(files, beside);
  }

  private static SourceFile file(String path, String content) {
    return new SourceFile(path, content);
  }
}
