package threadmill.harness.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.harness.Schedule;
import threadmill.harness.pool.Compiled;
import threadmill.runner.kernel.Cpus;
import threadmill.runner.kernel.Processes;

class YieldsTest {
  private static final String COUNTER =
      """
      class Main {
        long value;

        %s

        static long count(int each) {
          var main = new Main();
          var threads = new Thread[2];
          for (int t = 0; t < threads.length; t++) {
            threads[t] = new Thread(() -> { for (int i = 0; i < each; i++) main.add(); });
          }
          for (var thread : threads) thread.start();
          try {
            for (var thread : threads) thread.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return main.value;
        }
      }
      """;
  private static final int TRIES = 200;
  private static final int EACH = 25;

  /// Tries that lost an update, for a rate that can be told from chance.
  private static final int ENOUGH = 20;

  private static final int MOST_TRIES = 2_000;

  @AfterEach
  void end() {
    Schedule.end();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void add() { value++; }",
        "void add() { long seen = value; value = seen + 1; }",
        "final long[] values = new long[1]; void add() { values[0]++; value = values[0]; }",
        "final Object a = new Object(); void add() { long seen; synchronized (a) { seen = value; } synchronized (a) { value = seen + 1; } }",
        "volatile int v; void add() { v++; value = v; }",
      })
  void an_update_that_is_never_lost_on_one_core_is_lost_once_woven(String add) throws Exception {
    var classes = Compiled.of(COUNTER.formatted(add));

    int tries = onOneCore(() -> triesToLose(ENOUGH, count(woven(classes))));
    assertThat(tries).isLessThanOrEqualTo(MOST_TRIES);
    assertThat(onOneCore(() -> lost(tries, count(classes)))).isLessThan(ENOUGH / 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "synchronized void add() { value++; }",
        "void add() { synchronized (this) { value++; } }",
        "final java.util.concurrent.locks.ReentrantLock l = new java.util.concurrent.locks.ReentrantLock(); void add() { l.lock(); try { value++; } finally { l.unlock(); } }",
        "final java.util.concurrent.atomic.AtomicLong a = new java.util.concurrent.atomic.AtomicLong(); void add() { a.incrementAndGet(); value = a.get(); synchronized (this) { value = a.get(); } }",
      })
  void an_update_that_is_guarded_stays_right(String add) throws Exception {
    assertThat(lost(TRIES, count(woven(Compiled.of(COUNTER.formatted(add)))))).isZero();
  }

  /// Something to be asked for.
  private interface Asked<T> {
    T get() throws Exception;
  }

  private static Asked<Long> count(Map<String, byte[]> classes) throws Exception {
    var count = defined(classes, "Main").getDeclaredMethod("count", int.class);
    count.setAccessible(true);
    return () -> (Long) count.invoke(null, EACH);
  }

  private static int lost(int tries, Asked<Long> counted) throws Exception {
    int lost = 0;
    for (int seed = 0; seed < tries; seed++) {
      lost += loses(seed, counted) ? 1 : 0;
    }
    return lost;
  }

  /// After how many tries so many updates were lost; more than the most where they were not.
  private static int triesToLose(int enough, Asked<Long> counted) throws Exception {
    int lost = 0;
    int tries = 0;
    while (lost < enough && tries <= MOST_TRIES) {
      lost += loses(tries++, counted) ? 1 : 0;
    }
    return tries;
  }

  private static boolean loses(int seed, Asked<Long> counted) throws Exception {
    Schedule.begin(seed);
    return counted.get() != 2 * EACH;
  }

  /// What threads inherit that are started there.
  private static <T> T onOneCore(Asked<T> asked) throws Exception {
    var result = new CompletableFuture<T>();
    Thread.ofPlatform()
        .start(() -> {
          try {
            Processes.bind(0, List.of(Cpus.allowed()[0]));
            result.complete(asked.get());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    return result.get();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_woven_program_does_what_it_did(long seed) throws Exception {
    var classes = Compiled.of(TRICKY);
    var expected = result(classes);
    Schedule.begin(seed);

    assertThat(result(woven(classes))).isEqualTo(expected).asString().startsWith("Sub 3 5");
  }

  private static Object result(Map<String, byte[]> classes) throws Exception {
    var method = defined(classes, "Main").getDeclaredMethod("result");
    method.setAccessible(true);
    return method.invoke(null);
  }

  @Test
  void a_stack_that_overflows_leaves_its_monitors() throws Exception {
    var classes =
        Compiled.of(
            """
            class Main {
              static final Object LOCK = new Object();
              static int depth;
              static void deep() {
                synchronized (LOCK) {
                  depth++;
                  deep();
                }
              }
              static boolean result() throws Exception {
                for (int i = 0; i < 20; i++) {
                  try { deep(); } catch (StackOverflowError e) { depth = 0; }
                }
                return Thread.holdsLock(LOCK);
              }
            }
            """);
    Schedule.begin(1);

    assertThat(result(woven(classes))).isEqualTo(false);
  }

  @Test
  void a_method_that_would_be_too_large_stays_as_it_is() {
    var classes =
        Compiled.of("class Main { static int x; void m() {" + "x++;".repeat(8_000) + "} }");

    assertThat(woven(classes)).isEqualTo(classes);
  }

  @Test
  void thousands_of_classes_of_the_jdk_verify_once_woven() throws IOException {
    int woven = 0;
    for (var folder :
        List.of("java/util", "java/lang/invoke", "java/text", "jdk/internal/classfile")) {
      var classes = ofJdk("java.base/" + folder);
      var changed = woven(classes);
      var files = ClassFile.of(ClassHierarchyResolverOption.of(new Hierarchy(classes).resolver()));
      for (var name : classes.keySet()) {
        var bytes = changed.get(name);
        assertThat(files.verify(bytes)).as(name).isEmpty();
        woven += bytes.length > classes.get(name).length ? 1 : 0;
      }
    }
    assertThat(woven).isGreaterThan(2_000);
  }

  private static Map<String, byte[]> ofJdk(String folder) throws IOException {
    var root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", folder);
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(YieldsTest::read)
          .collect(Collectors.toMap(YieldsTest::nameOf, bytes -> bytes));
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return fail(e);
    }
  }

  private static String nameOf(byte[] bytes) {
    return Hierarchy.name(ClassFile.of().parse(bytes).thisClass());
  }

  private static Map<String, byte[]> woven(Map<String, byte[]> classes) {
    return Yields.into(classes, classes.keySet());
  }

  private static Class<?> defined(Map<String, byte[]> classes, String name) throws Exception {
    var loader =
        new ClassLoader(YieldsTest.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String wanted) throws ClassNotFoundException {
            var bytes = classes.get(wanted);
            if (bytes == null) {
              throw new ClassNotFoundException(wanted);
            }
            return defineClass(wanted, bytes, 0, bytes.length);
          }
        };
    Yields.openTo(loader);
    return loader.loadClass(name);
  }

  private static final String TRICKY =
      """
      import java.util.*;
      import java.util.function.*;

      class Main {
        sealed interface Shape permits Circle, Box {}
        record Circle(double r) implements Shape {
          Circle { if (r < 0) throw new IllegalArgumentException("r"); }
        }
        record Box(int[] sides) implements Shape {}
        enum Step { ONE { int by() { return 1; } }, TWO { int by() { return 2; } }; abstract int by(); }

        static class Base {
          final int[] seen = new int[2];
          static int made;
          Base(int x) { seen[0] = x; made++; init(); }
          void init() {}
        }
        static class Sub extends Base {
          final int early;
          final long[][] grid;
          Sub(int a, int b) {
            int larger;
            if (a > b) { larger = a; } else { larger = Math.max(a, b); }
            early = larger;
            var rows = new long[a][b];
            for (int i = 0; i < rows.length; i++) { rows[i][i % b] = made + i; }
            grid = rows;
            super(a > 0 ? Step.values()[a % 2].by() : b);
          }
          Sub(List<Integer> list) { this(list.isEmpty() ? 1 : list.get(0), list.size() > 1 ? list.get(1) : 2); }
          @Override void init() { seen[1] = early; }
        }
        class Inner {
          final int twice = 2 * own;
          Runnable more = () -> own += twice;
        }
        int own = 4;

        static Object nested(Object x) {
          return switch (x) {
            case Circle(double r) when r > 1 -> "large " + r;
            case Circle c -> "small " + c;
            case Box(int[] s) -> { int t = 0; for (int i : s) t += i; yield t; }
            case null -> "null";
            default -> x.getClass().getSimpleName();
          };
        }

        static int finals(int n) {
          int count = 0;
          for (int i = 0; ; i++) {
            try {
              synchronized (Main.class) {
                if (i == n) break;
                if (i % 3 == 0) throw new IllegalStateException();
                if (i % 5 == 0) continue;
              }
            } catch (IllegalStateException e) {
              count += 100;
            } finally {
              count++;
              synchronized ("x") { synchronized ("y") { count += 2; } }
            }
          }
          return count;
        }

        static String result() {
          var out = new StringBuilder();
          var sub = new Sub(List.of(3, 5));
          out.append(sub.getClass().getSimpleName()).append(" 3 ").append(sub.early).append(sub.seen[0]).append(sub.seen[1]);
          out.append(Arrays.deepToString(sub.grid)).append(Base.made);
          out.append(nested(new Circle(2))).append(nested(new Circle(0.5))).append(nested(new Box(new int[] {1, 2}))).append(nested(null)).append(nested(7L));
          out.append(finals(20));
          var main = new Main();
          var inner = main.new Inner();
          inner.more.run();
          out.append(main.own);
          IntFunction<long[]> make = long[]::new;
          Function<Integer, Sub> subs = n -> new Sub(n, n + 1) { @Override void init() { seen[1] = 9; super.init(); } };
          out.append(make.apply(3).length).append(subs.apply(2).seen[1]);
          char[] chars = {'a', 'b'}; chars[0] += 1; byte[] bytes = new byte[1]; bytes[0]--; boolean[] flags = {true}; flags[0] &= false; float[] f = {1}; f[0]++; double[] d = {1}; d[0] /= 2; short[] s = {1}; s[0] <<= 3; String[] t = {null}; t[0] += "x";
          out.append(chars).append(bytes[0]).append(flags[0]).append(f[0]).append(d[0]).append(s[0]).append(t[0]);
          long l = 1; main.own += l; out.append(main.own++ + ++main.own);
          try { nested(new Circle(-1)); } catch (IllegalArgumentException e) { out.append(e.getMessage()).append(e.getStackTrace()[0].getMethodName()).append(e.getStackTrace()[1].getLineNumber() > 0); }
          try { Object o = "a"; Integer i = (Integer) o; } catch (ClassCastException e) { out.append("cast"); }
          assert out.length() > 0;
          return out.toString();
        }
      }
      """;
}
