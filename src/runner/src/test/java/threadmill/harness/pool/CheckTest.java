package threadmill.harness.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import threadmill.harness.weave.AllowList;
import threadmill.harness.weave.Check;
import threadmill.harness.weave.Checked;
import threadmill.harness.weave.Hierarchy;

class CheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          System.load("x")                                             | java.lang.System.load
          System.setProperty("a", "b")                                 | java.lang.System.setProperty
          java.util.Locale.setDefault(java.util.Locale.ROOT)           | java.util.Locale.setDefault
          java.util.TimeZone.setDefault(null)                          | java.util.TimeZone.setDefault
          Class.forName("x")                                           | java.lang.Class.forName
          Main.class.getDeclaredMethods()                              | java.lang.Class.getDeclaredMethods
          Main.class.getClassLoader()                                  | java.lang.Class.getClassLoader
          java.lang.invoke.MethodHandles.lookup()                      | java.lang.invoke.MethodHandles.lookup
          new java.io.File("x")                                        | java.io.File.<init>
          new java.util.Formatter("x")                                 | java.util.Formatter.<init>
          new java.io.PrintStream("x")                                 | java.io.PrintStream.<init>
          new java.net.Socket("x", 1)                                  | java.net.Socket.<init>
          new ProcessBuilder("x")                                      | java.lang.ProcessBuilder.<init>
          Runtime.getRuntime().exec("x")                               | java.lang.Runtime.exec
          Runtime.getRuntime().addShutdownHook(null)                   | java.lang.Runtime.addShutdownHook
          Thread.currentThread().getThreadGroup()                      | java.lang.Thread.getThreadGroup
          Thread.currentThread().setContextClassLoader(null)           | java.lang.Thread.setContextClassLoader
          new Thread((ThreadGroup) null, "x")                          | java.lang.Thread.<init>
          java.lang.ref.Cleaner.create()                               | java.lang.ref.Cleaner.create
          ((java.util.function.Function<String, Object>) System::getenv).apply("x") | java.lang.System.getenv
          java.util.concurrent.ForkJoinPool.managedBlock(null)         | java.util.concurrent.ForkJoinPool.managedBlock
          """)
  void what_programs_would_share_is_refused_by_name_and_line(String expression, String member) {
    var checked =
        check(
            """
            class Main {
              static void main() throws Throwable {
                var x = 1;
                %s;
              }
            }
            """
                .formatted(expression));

    assertThat(checked).isEqualTo(refused(4, member));
  }

  @Test
  void a_member_is_found_behind_a_subclass_of_the_program() {
    var checked =
        check(
            """
            class Main extends Thread {
              void hidden() {
                getContextClassLoader();
              }
            }
            """);

    assertThat(checked).isEqualTo(refused(3, "Main.getContextClassLoader"));
  }

  @Test
  void a_finalizer_is_refused_since_a_thread_of_the_jvm_would_run_it() {
    var checked = check("class Main { protected void finalize() {} }");

    assertThat(checked).isEqualTo(refused(0, "java.lang.Object.finalize"));
  }

  @Test
  void a_native_method_is_refused() {
    assertThat(check("class Main { native void call(); }")).isEqualTo(refused(0, "native call"));
  }

  @Test
  void what_only_extends_a_class_that_is_not_listed_is_refused() {
    assertThat(check("class Main extends ClassLoader {}"))
        .isEqualTo(refused(0, "java.lang.ClassLoader"));
  }

  @Test
  void the_harness_cannot_be_named() {
    var checked = check("class Main extends threadmill.harness.pool.RunThread {}");

    assertThat(checked).isEqualTo(refused(0, "threadmill.harness.pool.RunThread"));
  }

  @Test
  void what_concurrent_programs_are_made_of_is_allowed() {
    var checked =
        check(
            """
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            import java.util.stream.*;

            class Main {
              record Pair(int a, String b) {}
              enum Colour { RED }

              static void main() throws Exception {
                try (var pool = Executors.newFixedThreadPool(2)) {
                  pool.submit(() -> new Pair(1, "x").toString()).get();
                }
                new Thread(() -> System.out.println(Colour.RED)).start();
                Thread.ofVirtual().start(() -> IO.println("x")).join();
                CompletableFuture.supplyAsync(() -> 1).thenApplyAsync(x -> x + 1).orTimeout(1, TimeUnit.SECONDS).join();
                IntStream.range(0, 9).parallel().boxed().collect(Collectors.toList()).forEach(System.out::println);
                var lock = new ReentrantLock();
                lock.lock();
                Object o = 3;
                IO.println(switch (o) { case Integer i when i > 2 -> "i"; case String s -> s; default -> "d"; });
              }
            }
            """);

    assertThat(checked).isInstanceOf(Checked.Allowed.class);
  }

  private static Checked.Refused refused(int line, String member) {
    return new Checked.Refused("Main", "Main.java", line, member);
  }

  private static Checked check(String source) {
    return new Check(
            new Hierarchy(Compiled.of(source)), AllowList.read(), Surroundings.replacements())
        .check();
  }
}
