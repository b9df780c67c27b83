package threadmill.harness.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.harness.wire.Allowance;
import threadmill.harness.wire.PoolCommand;
import threadmill.harness.wire.PoolReport;

/// Woven programs, from their class files to their end.
class WardenTest {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final java.util.Map<Integer, Heard> RUNS =
      new java.util.concurrent.ConcurrentHashMap<>();
  private static final Warden WARDEN = new Warden(WardenTest::hear);

  /// What is heard of one run.
  private static final class Heard {
    final StringBuilder out = new StringBuilder();
    final CountDownLatch wrote = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);
    volatile PoolReport.@Nullable Ended end;
  }

  @BeforeAll
  static void start() {
    WARDEN.start();
  }

  private static void hear(PoolReport report) {
    switch (report) {
      case PoolReport.Wrote(int run, _, var text) -> {
        var heard = RUNS.get(run);
        heard.out.append(new String(text, StandardCharsets.UTF_8));
        heard.wrote.countDown();
      }
      case PoolReport.Ended end -> {
        var heard = RUNS.get(end.run());
        heard.end = end;
        heard.ended.countDown();
      }
      default -> {}
    }
  }

  @Test
  void a_woven_program_does_what_it_says() throws Exception {
    var heard =
        run(
            """
            import java.util.*;
            import java.util.stream.*;

            class Main {
              static int steps;

              static int nested() {
                int sum = 0;
                outer:
                for (int i = 0; i < 3000; i++) {
                  for (int j = 0; ; j++) {
                    if (j > 3) continue outer;
                    switch (j) {
                      case 2: continue;
                      default: sum += j;
                    }
                    if (i == 2999 && j == 3) break outer;
                  }
                }
                return sum;
              }

              static String caught() {
                try {
                  try {
                    throw new IllegalStateException("inner");
                  } finally {
                    steps++;
                  }
                } catch (IllegalStateException e) {
                  return e.getMessage() + steps;
                }
              }

              static synchronized long counted() {
                long n = 0;
                do {
                  synchronized ("shared") {
                    n += 2;
                  }
                } while (n < 5000);
                return n;
              }

              public static void main(String[] args) {
                int[][] grid = new int[3][4];
                grid[2][3] = 7;
                System.out.println(nested() + " " + caught() + " " + counted());
                System.out.println(Arrays.stream(grid).flatMapToInt(Arrays::stream).sum());
                System.out.println(IntStream.range(0, 1000).parallel().filter(i -> i % 3 == 0).sum());
                Stream.of("b", "a").sorted().map(String::toUpperCase).forEach(System.out::println);
                System.out.println("aXbX".replaceAll("X", "-") + "q".repeat(3) + args[0]);
              }
            }
            """);

    assertThat(heard.out)
        .hasToString(
            "12000 inner1 5000\n7\n166833\nA\nB\na-b-qqqone\n"
                .replace("\n", System.lineSeparator()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (long i = 0; ; i++) { try { throw new Error(); } catch (Throwable t) { i--; } }",
        "while (true) { try { while (true) {} } catch (Throwable t) { continue; } finally { continue; } }",
        "deep(90);",
        "synchronized (Main.class) { try { while (true) { synchronized (\"a\") { x++; } } } finally { deep(90); } }",
        "for (int i = 0; i < 500; i++) Thread.startVirtualThread(() -> { while (true) x++; }); park();",
        "new java.util.Timer().schedule(new java.util.TimerTask() { public void run() { while (true) x++; } }, 0); park();",
        "Executors.newFixedThreadPool(3).submit(() -> 1).get(); park();",
        "Thread.setDefaultUncaughtExceptionHandler((t, e) -> { while (true) x++; }); while (true) x++;",
        "CompletableFuture.runAsync(() -> { while (true) try { Thread.sleep(999999); } catch (Exception e) {} }).join();",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\".matches(\"(.*a){25}b\");",
      })
  void a_program_that_will_not_end_is_stopped_and_leaves_no_thread(String attack) throws Exception {
    int number =
        launched(
            """
            import java.util.concurrent.*;

            class Main {
              static volatile long x;

              static int deep(int n) {
                return n == 0 ? 1 : deep(n - 1) + deep(n - 1);
              }

              static void park() {
                while (true) {
                  java.util.concurrent.locks.LockSupport.park();
                }
              }

              public static void main(String[] args) throws Exception {
                System.out.println("go");
                %s
              }
            }
            """
                .formatted(attack));
    var heard = RUNS.get(number);
    assertThat(heard.wrote.await(30, TimeUnit.SECONDS)).isTrue();

    WARDEN.stop(number);

    assertThat(heard.ended.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(heard.end).isNotNull();
    assertThat(heard.end.stuck()).isFalse();
  }

  @Test
  void an_exit_ends_the_program_whatever_it_catches() throws Exception {
    var heard =
        run(
            """
            class Main {
              public static void main(String[] args) {
                try {
                  System.exit(7);
                } catch (Throwable t) {
                  System.out.println("caught");
                } finally {
                  System.out.println("finally");
                }
              }
            }
            """);

    assertThat(heard.out).isEmpty();
    assertThat(heard.end).isNotNull();
    assertThat(heard.end.exitCode()).isEqualTo(7);
  }

  @Test
  void what_does_not_fit_is_refused_before_it_is_taken() throws Exception {
    var heard =
        run(
            """
            import java.math.*;
            import java.util.*;

            class Main {
              interface Attack { Object make(); }

              static void attempt(Attack attack) {
                try {
                  attack.make();
                  System.out.println("made");
                } catch (OutOfMemoryError | ArithmeticException e) {
                  System.out.println("refused");
                }
              }

              public static void main(String[] args) {
                attempt(() -> new byte[1 << 30]);
                attempt(() -> new long[1 << 12][1 << 14]);
                attempt(() -> new ArrayList<String>(1 << 30));
                attempt(() -> "x".repeat(1 << 30));
                attempt(() -> BigInteger.TWO.pow(1 << 30));
                attempt(() -> new BigDecimal("1e999999999").toBigInteger());
              }
            }
            """);

    assertThat(heard.out.toString().lines()).hasSize(6).containsOnly("refused");
  }

  private static Heard run(String source) throws InterruptedException {
    var heard = RUNS.get(launched(source));
    assertThat(heard.ended.await(60, TimeUnit.SECONDS)).isTrue();
    return heard;
  }

  private static int launched(String source) {
    int number = NUMBERS.incrementAndGet();
    RUNS.put(number, new Heard());
    var allowance = new Allowance(2, 2, "fixed", 60_000_000_000L, 64L << 20, 1 << 20, 1 << 20, 512);
    WARDEN.serve(
        new Serve(
            new PoolCommand.Start(
                number, "Main", List.of("one"), Compiled.of(source), new byte[0], allowance),
            WardenTest::hear));
    return number;
  }
}
