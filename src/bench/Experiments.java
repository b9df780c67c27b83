import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/// Shows whether experiments can be trusted: the same one twice must agree with itself, and one with
/// a CPU hog beside it must say so. Prints what having cores alone costs as well.
///
/// `java src/bench/Experiments.java [--repeats 7] [--plain 30] [--hog-only]`, with JDK 25, from the top folder, on
/// a machine that has nothing else to do; starts a server of its own. Exits with 1 where fewer than 9
/// of 10 cells agree, or a cell beside the hog is not called too noisy.
public class Experiments {
  /// Five sizes, on one thread and on two: ten cells on one core of their own.
  private static final String SIZES = "200000000,250000000,300000000,350000000,400000000";

  private static final String PROGRAM =
      """
      void main(String[] args) throws Exception {
        int threads = threadmill.lab.Lab.parallelism();
        long rounds = Long.parseLong(args[0]) / threads;
        var all = new Thread[threads];
        for (int i = 0; i < threads; i++) {
          all[i] = new Thread(() -> spin(rounds));
          all[i].start();
        }
        for (var thread : all) thread.join();
      }

      void spin(long rounds) {
        long x = 88172645463325252L;
        for (long i = 0; i < rounds; i++) {
          x ^= x << 13;
          x ^= x >>> 7;
          x ^= x << 17;
        }
        if (x == 0) System.err.println("never");
      }
      """;

  private static final String HELLO = "void main() { IO.println(1); }";

  private static final Pattern CELL =
      Pattern.compile(
          "\"number\":(\\d+),\"settings\":\\{[^}]*\\},\"state\":\"(\\w+)\"[^\\[]*?"
              + "\"wall\":\\{\"medianNanos\":(\\d+),\"lowNanos\":(\\d+),\"highNanos\":(\\d+)\\}");

  private final Api api = new Api();
  private final URI server;
  private final int repeats;

  private Experiments(URI server, int repeats) {
    this.server = server;
    this.repeats = repeats;
  }

  private record Cell(int number, String state, long median, long low, long high) {
    boolean holds(long nanos) {
      return low <= nanos && nanos <= high;
    }

    @Override
    public String toString() {
      return "cell %d %-9s %6.1f ms [%.1f, %.1f]".formatted(number, state, median / 1e6, low / 1e6, high / 1e6);
    }
  }

  public static void main(String[] args) throws Exception {
    var options = List.of(args);
    int repeats = option(options, "--repeats", 7);
    int plain = option(options, "--plain", 30);
    Server.build();
    var home = Files.createTempDirectory("experiments");
    var running = Server.start(home);
    boolean good;
    try {
      var bench = new Experiments(running.base(), repeats);
      bench.warmUp();
      good = (options.contains("--hog-only") || bench.twice()) & bench.withHog();
      bench.cost(plain);
    } finally {
      running.stop();
    }
    System.exit(good ? 0 : 1);
  }

  private static int option(List<String> options, String name, int preset) {
    int at = options.indexOf(name);
    return at < 0 ? preset : Integer.parseInt(options.get(at + 1));
  }

  /// A server that has just started is still compiling itself.
  private void warmUp() throws IOException, InterruptedException {
    for (int i = 0; i < 20; i++) {
      finished(api.post(server, HELLO));
    }
  }

  private boolean twice() throws IOException, InterruptedException {
    var first = cells(measured(PROGRAM, matrix(SIZES), repeats, 1));
    var second = cells(measured(PROGRAM, matrix(SIZES), repeats, 1));
    int overlap = 0;
    int within = 0;
    for (int i = 0; i < first.size(); i++) {
      var a = first.get(i);
      var b = second.get(i);
      boolean overlaps = a.low() <= b.high() && b.low() <= a.high();
      boolean inside = a.holds(b.median()) || b.holds(a.median());
      overlap += overlaps ? 1 : 0;
      within += inside ? 1 : 0;
      System.out.printf("%s | %s | %s%n", a, b, inside ? "agree" : overlaps ? "overlap" : "DIFFER");
    }
    System.out.printf(
        "The same experiment twice: of %d cells, %d have a median within the other's interval, %d have intervals that overlap.%n",
        first.size(), within, overlap);
    return within * 10 >= first.size() * 9;
  }

  /// A process for each core that does nothing but use it, as anybody may start one.
  private boolean withHog() throws IOException, InterruptedException {
    var hogs = new ArrayList<Process>();
    List<Cell> cells;
    try {
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        hogs.add(new ProcessBuilder("/bin/sh", "-c", "while :; do :; done").start());
      }
      cells = cells(measured(PROGRAM, matrix("100000000,200000000"), repeats, 1));
    } finally {
      hogs.forEach(Process::destroyForcibly);
    }
    cells.forEach(cell -> System.out.println("beside a hog: " + cell));
    long noisy = cells.stream().filter(it -> it.state().equals("TOO_NOISY")).count();
    System.out.printf("With a CPU hog on every core: %d of %d cells say TOO_NOISY.%n", noisy, cells.size());
    return noisy == cells.size();
  }

  /// What is left between taking a run and releasing it when compiling and the JVM's start are taken
  /// off, and between its end and the verdict: with cores alone, and shared.
  private void cost(int count) throws IOException, InterruptedException {
    var alone = new ArrayList<String>();
    var id = posted(HELLO, "\"cores\":[1]", count, 0);
    awaited(id);
    var results = api.get(server, "/api/v1/experiments/" + id + "/results");
    Pattern.compile("\"run\":\"([-0-9a-f]+)\"").matcher(results).results().forEach(it -> alone.add(it.group(1)));
    var shared = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var run = api.post(server, HELLO);
      finished(run);
      shared.add(run);
    }
    print("cores alone", alone);
    print("cores shared", shared);
  }

  private void print(String what, List<String> runs) throws IOException, InterruptedException {
    var before = new double[runs.size()];
    var after = new double[runs.size()];
    for (int i = 0; i < before.length; i++) {
      var run = api.get(server, "/api/v1/runs/" + runs.get(i));
      double accounted =
          (nanos(run, "queuedNanos") + nanos(run, "compileNanos") + nanos(run, "jvmStartNanos")) / 1e6;
      before[i] = millis(run, "createdAt", "startedAt") - accounted;
      after[i] = millis(run, "startedAt", "finishedAt") - nanos(run, "wallNanos") / 1e6;
    }
    System.out.printf(
        "%s: median of %d runs %.1f ms before the release, %.1f ms from the end to the verdict%n",
        what, runs.size(), median(before), median(after));
  }

  private static double millis(String run, String from, String to) {
    var passed =
        Duration.between(Instant.parse(Api.text(run, from)), Instant.parse(Api.text(run, to)));
    return passed.toNanos() / 1e6;
  }

  private static double nanos(String json, String name) {
    var found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  private static double median(double[] values) {
    var sorted = DoubleStream.of(values).sorted().toArray();
    return Arrays.stream(sorted).skip((sorted.length - 1) / 2).findFirst().orElse(0);
  }

  private static String matrix(String sizes) {
    return "\"parallelism\":[1,2],\"cores\":[1],\"sizes\":[" + sizes + "]";
  }

  private String measured(String program, String matrix, int times, int warmUp)
      throws IOException, InterruptedException {
    return awaited(posted(program, matrix, times, warmUp));
  }

  private String posted(String program, String matrix, int times, int warmUp)
      throws IOException, InterruptedException {
    var body =
        "{\"run\":%s,\"matrix\":{%s},\"repeats\":%d,\"warmUp\":%d}"
            .formatted(Api.body(program), matrix, times, warmUp);
    return Api.text(api.post(server, "/api/v1/experiments", body), "id");
  }

  private String awaited(String id) throws IOException, InterruptedException {
    while (true) {
      var experiment = api.get(server, "/api/v1/experiments/" + id);
      if (Pattern.compile("^\\{\"id\":\"[^\"]*\",\"title\":\"[^\"]*\",\"state\":\"FINISHED\"").matcher(experiment).find()) {
        return experiment;
      }
      // Seldom: whoever asks takes time of the cores.
      LockSupport.parkNanos(2_000_000_000L);
    }
  }

  private void finished(String run) throws IOException, InterruptedException {
    api.events(server, run);
  }

  private static List<Cell> cells(String experiment) {
    return CELL.matcher(experiment)
        .results()
        .map(
            it ->
                new Cell(
                    Integer.parseInt(it.group(1)),
                    it.group(2),
                    Long.parseLong(it.group(3)),
                    Long.parseLong(it.group(4)),
                    Long.parseLong(it.group(5))))
        .toList();
  }
}
