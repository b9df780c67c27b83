package threadmill.runner.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threadmill.lab.ExecutorKind;
import threadmill.runner.Limits;
import threadmill.runner.SourceFile;
import threadmill.runner.judge.Grading.Head;
import threadmill.runner.judge.Grading.Setting;
import threadmill.runner.judge.Grading.TestName;

/// The lost update, as an author would write it: a counter that four threads add to.
public final class Exercise {
  public static final String RIGHT =
      """
      class Counter {
        private long value;
        synchronized void increment() { value++; }
        synchronized long value() { return value; }
      }
      """;

  /// Loses updates where two cores add at once.
  public static final String UNGUARDED = RIGHT.replace("synchronized ", "");

  /// Never counts right.
  public static final String FORGETFUL =
      """
      class Counter {
        void increment() {}
        long value() { return 0; }
      }
      """;

  private static final String DRIVER =
      """
      import java.util.*;

      class CountDriver {
        static long count(int threads, int each) throws InterruptedException {
          var counter = new Counter();
          var workers = new Thread[threads];
          for (int t = 0; t < threads; t++) {
            workers[t] = Thread.ofPlatform().name("adder-" + t).start(() -> {
              for (int i = 0; i < each; i++) counter.increment();
            });
          }
          for (var worker : workers) worker.join();
          return counter.value();
        }

        static long one() {
          var counter = new Counter();
          counter.increment();
          return counter.value();
        }

        static Map<String, Object> echo(List<Object> list, long[] numbers, String text) {
          var map = new LinkedHashMap<String, Object>();
          map.put("list", list);
          map.put("numbers", numbers);
          map.put("text", text);
          map.put("none", null);
          return map;
        }

        static long[] many(int count) { return new long[count]; }

        static Object bean() { return new Counter(); }

        static long spin(int millis) {
          long until = System.nanoTime() + millis * 1_000_000L;
          while (System.nanoTime() < until) { new Counter().increment(); }
          return new Counter().value();
        }
      }
      """;

  private static final String TESTS =
      """
      import static org.junit.jupiter.api.Assertions.*;
      import java.util.*;
      import org.junit.jupiter.api.*;
      import org.junit.jupiter.params.ParameterizedTest;
      import org.junit.jupiter.params.provider.ValueSource;
      import threadmill.judge.*;

      class CounterTest {
        @Test void no_update_is_lost(Subject subject) {
          int each = subject.random().nextInt(20_000, 40_000);
          long value = subject.call("CountDriver.count", 4, each).asLong();
          assertEquals(4L * each, value, "4 threads added 1 " + each + " times each");
        }

        @Test void one_is_one(Subject subject) {
          assertEquals(1, subject.call("CountDriver.one").asLong());
        }

        @ParameterizedTest @ValueSource(ints = {1, 3})
        void threads_end(int threads, Subject subject) {
          assertFalse(subject.call("CountDriver.count", threads, 10).isNull());
        }

        @Test void plain_data_comes_back(Subject subject) {
          var echo = subject.call(
              "CountDriver.echo", Arrays.asList(1, 2L, 2.5, true, null, "x"), new long[] {1, 2}, "pär").asMap();
          assertEquals(Arrays.asList(1, 2L, 2.5, true, null, "x"), echo.get("list"));
          assertArrayEquals(new long[] {1, 2}, (long[]) echo.get("numbers"));
          assertEquals("pär", echo.get("text"));
          assertTrue(echo.containsKey("none"));
          assertEquals(2, subject.cores());
          assertEquals(3, subject.parallelism());
        }

        @Test void another_kind(Subject subject) {
          subject.call("CountDriver.one").asText();
        }

        @Test void a_bean(Subject subject) {
          subject.call("CountDriver.bean");
        }

        @Test void huge(Subject subject) {
          subject.call("CountDriver.many", 10_000_000);
        }

        @Test void large(Subject subject) {
          assertEquals(1_000_000, subject.call("CountDriver.many", 1_000_000).asLongs().length);
        }

        @Test void nobody_answers(Subject subject) {
          subject.call("CountDriver.nobody", 1);
        }

        @Test void an_exception_is_caught(Subject subject) {
          var thrown = assertThrows(SubjectException.class, () -> subject.call("CountDriver.one"));
          assertEquals("java.lang.IllegalStateException", thrown.type());
          assertEquals("full", thrown.message());
          assertEquals("Counter.java:2", thrown.place());
        }

        @Test void whatever_ends_it_is_caught(Subject subject) {
          try {
            subject.call("CountDriver.one");
          } catch (Throwable caught) {
            // It has failed all the same.
          }
        }

        @Test void busy(Subject subject) {
          subject.call("CountDriver.spin", 20);
        }

        @Test void kills_its_grader() {
          Runtime.getRuntime().halt(1);
        }

        @Test void wants_more(Subject subject, Thread thread) {}
      }
      """;

  private static final String CHECKER =
      """
      import static org.junit.jupiter.api.Assertions.*;
      import org.junit.jupiter.api.*;
      import threadmill.judge.*;

      class PrintTest {
        @Test void counts_down(Transcript transcript) {
          assertEquals(java.util.List.of("3", "2", "1"), transcript.lines());
          assertEquals(java.util.List.of("x"), transcript.args());
          assertEquals("in", transcript.stdin());
          assertEquals("said\\n", transcript.stderr());
          assertEquals(0, transcript.exitCode());
          assertTrue(transcript.wallNanos() > 0 && transcript.cpuNanos() > 0);
          assertTrue(transcript.mostThreads() >= 1);
        }
      }
      """;

  private Exercise() {}

  public static Setting setting() {
    return setting(2, Limits.defaults());
  }

  public static Setting setting(int cores, Limits limits) {
    return new Setting(ExecutorKind.FIXED, 3, cores, limits, null);
  }

  /// The default limits with less wall time.
  public static Limits wall(Duration wall) {
    var limits = Limits.defaults();
    return new Limits(
        wall, limits.heapMiB(), limits.stdoutBytes(), limits.stderrBytes(), limits.threads());
  }

  public static Head head(String name, int points) {
    return new Head(name, "The " + name, points, false);
  }

  public static TestName test(@Nullable String method) {
    return new TestName("CounterTest", method);
  }

  public static Grading unit(@Nullable String method) {
    return new Grading.UnitTests(head("unit", 3), setting(), test(method));
  }

  /// An order for a submission that is one file, `Counter.java`.
  public static JudgeOrder order(String counter, Grading... gradings) {
    return order(Map.of("Counter.java", counter), gradings);
  }

  public static JudgeOrder order(Map<String, String> files, Grading... gradings) {
    var submitted = new ArrayList<SourceFile>();
    files.forEach((path, content) -> submitted.add(new SourceFile(path, content)));
    var exercise =
        new JudgedExercise(
            List.of(new SourceFile("Counter.java", RIGHT)),
            List.of(new SourceFile("CountDriver.java", DRIVER)),
            List.of(
                new SourceFile("CounterTest.java", TESTS),
                new SourceFile("PrintTest.java", CHECKER)),
            List.of(gradings));
    return new JudgeOrder("judging " + System.nanoTime(), submitted, exercise, 42, false);
  }
}
