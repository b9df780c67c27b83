import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import threadmill.lab.ExecutorKind;
import threadmill.runner.Limits;
import threadmill.runner.RunOrder;
import threadmill.runner.RunResult;
import threadmill.runner.Runner;
import threadmill.runner.RunnerConfig;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice;

/// What capturing a timeline costs a program in wall time: two runners, one that captures and one that
/// does not, run the same programs in turn on one core.
///
/// `java -cp 'src/server/target/quarkus-app/lib/main/*' src/bench/Capture.java [--rounds N]`, after
/// `./threadmill build`, prints, for work without waits and for several rates of
/// switches, the medians of both and their ratio. The programs do a fixed amount of work.
public final class Capture {
  /// A fixed amount of work, cut into pieces; between two, the thread hands over to another and waits
  /// until it is its turn again.
  private static final String PROGRAM =
      """
      import java.util.concurrent.SynchronousQueue;

      static volatile long sink;

      static long work(long rounds) {
        long x = 88172645463325252L;
        for (long i = 0; i < rounds; i++) { x ^= x << 13; x ^= x >>> 7; x ^= x << 17; }
        return x;
      }

      void main() throws Exception {
        int pieces = %d;
        long rounds = 1_600_000_000L / pieces;
        if (pieces == 1) { sink = work(rounds); return; }
        var there = new SynchronousQueue<Integer>();
        var back = new SynchronousQueue<Integer>();
        var other = Thread.ofPlatform().daemon().start(() -> {
          try { while (true) { back.put(there.take()); } } catch (InterruptedException e) { }
        });
        for (int i = 0; i < pieces; i++) {
          sink = work(rounds);
          there.put(i);
          back.take();
        }
      }
      """;

  private Capture() {}

  public static void main(String[] args) throws IOException {
    int rounds = args.length == 2 && args[0].equals("--rounds") ? Integer.parseInt(args[1]) : 11;
    var home = Files.createTempDirectory("capture");
    var config = RunnerConfig.in(home.resolve("on"));
    try (var on = Runner.local(config);
        var off =
            Runner.local(RunnerConfig.in(home.resolve("off")).withTimeline(false))) {
      System.out.println("switches/s  with capture   without     ratio of medians");
      for (int pieces : new int[] {1, 400, 2_000, 20_000, 200_000}) {
        List<Long> with = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        double switches = 0;
        for (int round = -2; round < rounds; round++) {
          boolean first = round % 2 == 0;
          var a = run(first ? on : off, pieces);
          var b = run(first ? off : on, pieces);
          if (round >= 0) {
            with.add((first ? a : b).timings().wall().toNanos());
            without.add((first ? b : a).timings().wall().toNanos());
            switches = switches(first ? a : b);
          }
        }
        System.out.printf(
            Locale.ROOT,
            "%10.0f  %9.1f ms  %9.1f ms  %.4f%n",
            switches,
            median(with) / 1e6,
            median(without) / 1e6,
            median(with) / median(without));
      }
    }
  }

  private static RunResult run(Runner runner, int pieces) throws IOException {
    var files = List.of(new SourceFile("Main.java", PROGRAM.formatted(pieces)));
    var order =
        new RunOrder(
            UUID.randomUUID().toString(),
            1,
            files,
            ExecutorKind.FIXED,
            1,
            1,
            "",
            List.of(),
            Limits.defaults());
    var result = runner.run(order, _ -> {});
    if (result.verdict() != Verdict.OK) {
      throw new IOException(result.toString());
    }
    return result;
  }

  /// How often threads of the program left a core, a second.
  private static double switches(RunResult result) {
    var timeline = result.timeline();
    long count =
        timeline.lanes().stream()
            .filter(lane -> lane.kind() == Lane.Kind.THREAD)
            .flatMap(lane -> lane.slices().stream())
            .filter(slice -> slice.state() == Slice.State.RUNNING)
            .count();
    return count / (timeline.endNanos() / 1e9);
  }

  private static double median(List<Long> times) {
    var sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
  }
}
