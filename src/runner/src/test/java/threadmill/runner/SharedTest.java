package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.lab.ExecutorKind;
import threadmill.runner.RunEvent.Output;
import threadmill.runner.RunEvent.Output.Stream;

/// Runs with pool isolation.
class SharedTest {
  @TempDir static Path home;
  private static LocalRunner runner;

  @BeforeAll
  static void start() {
    runner = new LocalRunner(RunnerConfig.in(home));
  }

  @AfterAll
  static void stop() {
    runner.close();
  }

  @Test
  void a_program_has_its_own_input_arguments_and_output() {
    var heard = new Heard();

    var result =
        run(
            """
            void main(String[] args) {
              IO.println(IO.readln() + args.length);
              System.err.println("é");
            }
            """,
            heard);

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.OK);
    assertThat(result.exitCode()).isZero();
    assertThat(heard.text(Stream.STDOUT)).isEqualTo("line of input2\n");
    assertThat(heard.text(Stream.STDERR)).isEqualTo("é\n");
  }

  @Test
  void what_programs_would_share_is_refused_by_line_and_member() {
    var result =
        run(
            """
            void main() {
              System.setProperty("a", "b");
            }
            """,
            new Heard());

    assertThat(result.verdict()).isEqualTo(Verdict.SECURITY_VIOLATION);
    assertThat(result.explanation())
        .contains("Main.java:2", "java.lang.System.setProperty", "\"process\"");
  }

  @Test
  void the_lab_gives_what_the_run_form_chose() {
    var heard = new Heard();

    var result =
        run(
            """
            import threadmill.lab.*;
            void main() throws Exception {
              Lab.phase("begin");
              try (var pool = Lab.executor()) {
                boolean virtual = pool.submit(() -> Thread.currentThread().isVirtual()).get();
                IO.println(Lab.executorKind() + " " + virtual + " " + Lab.parallelism());
              }
            }
            """,
            heard);

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.OK);
    assertThat(heard.text(Stream.STDOUT)).isEqualTo("VIRTUAL true 2\n");
  }

  @Test
  void a_program_gets_no_processes() {
    var named = run("void main() { new threadmill.lab.ProcessPool(2); }", new Heard());
    var opened = run("void main() { threadmill.lab.ExecutorKind.PROCESS.open(2); }", new Heard());

    assertThat(named.verdict()).isEqualTo(Verdict.SECURITY_VIOLATION);
    assertThat(opened.verdict()).isEqualTo(Verdict.SECURITY_VIOLATION);
  }

  @Test
  void an_exception_that_leaves_main_is_told_with_its_line() {
    var heard = new Heard();

    var result = run("void main() { throw new IllegalStateException(\"no\"); }", heard);

    assertThat(result.verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
    assertThat(result.explanation()).contains("IllegalStateException left main at Main.java:1");
    assertThat(heard.text(Stream.STDERR))
        .contains("Exception in thread \"main\" java.lang.IllegalStateException: no")
        .doesNotContain("threadmill");
  }

  @Test
  void what_catches_everything_is_stopped_all_the_same() {
    var result =
        runner.run(
            limited(
                """
                void main() {
                  while (true) {
                    try {
                      while (true) {}
                    } catch (Throwable t) {
                      continue;
                    } finally {
                      continue;
                    }
                  }
                }
                """,
                Duration.ofMillis(500)),
            new Heard());

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.TIME_LIMIT);
  }

  @Test
  void a_deadlock_is_found() {
    var result =
        run(
            """
            final Object a = new Object(), b = new Object();
            final java.util.concurrent.CyclicBarrier both = new java.util.concurrent.CyclicBarrier(2);
            void main() {
              new Thread(() -> take(a, b), "Ann").start();
              take(b, a);
            }
            void take(Object one, Object other) {
              synchronized (one) {
                try { both.await(); } catch (Exception e) { return; }
                synchronized (other) { IO.println("never"); }
              }
            }
            """,
            new Heard());

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.DEADLOCK);
    assertThat(result.explanation()).contains("Ann waits at Main.java:10");
  }

  @Test
  void threads_that_wait_for_ever_are_a_leak() {
    var result =
        run(
            """
            void main() throws Exception {
              java.util.concurrent.Executors.newFixedThreadPool(1).submit(() -> 1).get();
            }
            """,
            new Heard());

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.THREAD_LEAK);
    assertThat(result.explanation()).contains("pool-1-thread-1");
  }

  @Test
  void who_fills_the_shared_heap_is_told_so_and_its_neighbour_goes_on() throws Exception {
    var started = new CountDownLatch(1);
    var heard = new Heard();
    RunListener listener =
        event -> {
          heard.on(event);
          if (event instanceof Output) {
            started.countDown();
          }
        };
    var neighbour =
        CompletableFuture.supplyAsync(() ->
            runner.run(
                order(
                    """
                    void main() throws Exception {
                      IO.println("begun");
                      Thread.sleep(3000);
                      IO.println("done");
                    }
                    """),
                listener));
    assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();

    var hog =
        runner.run(
            limited(
                """
                void main() {
                  var all = new ArrayList<long[]>();
                  while (true) all.add(new long[100_000]);
                }
                """,
                Duration.ofSeconds(40)),
            new Heard());

    assertThat(hog.verdict()).as(hog.explanation()).isEqualTo(Verdict.MEMORY_LIMIT);
    assertThat(neighbour.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.OK);
    assertThat(heard.text(Stream.STDOUT)).isEqualTo("begun\ndone\n");
  }

  @Test
  void a_run_that_loses_its_jvm_twice_runs_alone_and_what_it_told_is_not_told_again() {
    var heard = new Heard();
    RunListener listener =
        event -> {
          heard.on(event);
          boolean first = heard.all(RunEvent.Running.class).size() == 1;
          if (first ? event instanceof Output : event instanceof RunEvent.Running) {
            killSharedJvms();
          }
        };

    var result =
        runner.run(
            order(
                """
                void main() throws Exception {
                  IO.println("begun");
                  Thread.sleep(500);
                  IO.println("done");
                }
                """),
            listener);

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.OK);
    assertThat(heard.all(RunEvent.Running.class)).hasSize(3);
    assertThat(heard.text(Stream.STDOUT)).isEqualTo("begun\ndone\n");
  }

  private static void killSharedJvms() {
    ProcessHandle.current()
        .descendants()
        .filter(SharedTest::isSharedJvm)
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean isSharedJvm(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).contains("PoolMain");
    } catch (IOException _) {
      // It has ended.
      return false;
    }
  }

  @Test
  void a_run_can_be_cancelled() throws Exception {
    var begun = new CountDownLatch(1);
    var order = order("void main() { IO.println(1); while (true) {} }");
    var running =
        CompletableFuture.supplyAsync(() ->
            runner.run(
                order,
                event -> {
                  if (event instanceof Output) {
                    begun.countDown();
                  }
                }));
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(runner.cancel(order.id())).isTrue();

    assertThat(running.get(20, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.CANCELLED);
  }

  private static RunResult run(String source, Heard heard) {
    return runner.run(order(source), heard);
  }

  private static RunOrder order(String source) {
    return limited(source, Duration.ofSeconds(30));
  }

  private static RunOrder limited(String source, Duration wall) {
    var defaults = Limits.defaults();
    return new RunOrder(
            "shared-" + source.hashCode(),
            1,
            List.of(new SourceFile("Main.java", source)),
            ExecutorKind.VIRTUAL,
            2,
            2,
            "line of input\n",
            List.of("one", "two"),
            new Limits(
                wall,
                defaults.heapMiB(),
                defaults.stdoutBytes(),
                defaults.stderrBytes(),
                defaults.threads()))
        .with(Isolation.POOL);
  }
}
