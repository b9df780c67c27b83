import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Shows what the executors make of the same work: CPU-bound on two cores and on one, under one global
/// lock, and loads of the virtual web one after the other and all at once.
///
/// `java src/bench/SpeedUp.java [--rounds 7] [--web-only]`, with JDK 25, from the top folder, on a machine of two
/// cores that has nothing else to do; starts a server of its own. The variants of a table take turns;
/// prints medians of the time that the program took for its tasks, its workers being up.
public final class SpeedUp {
  private static final Path SAMPLES = Path.of("src/server/src/main/resources/samples");

  /// `WORK` becomes what each task does.
  private static final String PROGRAM =
      """
      import java.util.concurrent.locks.ReentrantLock;
      import threadmill.lab.Lab;

      static final ReentrantLock GLOBAL_LOCK = new ReentrantLock();

      void main() throws Exception {
        try (var executor = Lab.executor()) {
          executor.map(n -> step(n), List.of(1L, 2L)).toList();
          long begin = System.nanoTime();
          executor.map(n -> work(n), List.of(1L, 2L, 3L, 4L)).toList();
          IO.println("took " + (System.nanoTime() - begin) / 1_000 + " us");
        }
      }

      long work(long x) {
        for (int i = 0; i < 600; i++) {
          WORK
        }
        return x;
      }

      long step(long x) {
        for (int i = 0; i < 500_000; i++) {
          x ^= x << 13;
          x ^= x >>> 7;
          x ^= x << 17;
        }
        return x;
      }
      """;

  private static final String FREE = PROGRAM.replace("WORK", "x = step(x);");
  private static final String LOCKED =
      PROGRAM.replace(
          "WORK", "GLOBAL_LOCK.lock(); try { x = step(x); } finally { GLOBAL_LOCK.unlock(); }");

  private static final List<String> KINDS =
      List.of("single 1", "fixed 2", "cached 2", "forkjoin 2", "virtual 2", "process 2");

  private final Api api = new Api();
  private final URI server;
  private final int rounds;

  private SpeedUp(URI server, int rounds) {
    this.server = server;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    int at = List.of(args).indexOf("--rounds");
    int rounds = at < 0 ? 7 : Integer.parseInt(args[at + 1]);
    Server.build();
    var running = Server.start(Files.createTempDirectory("speed-up"));
    try {
      var bench = new SpeedUp(running.base(), rounds);
      if (!List.of(args).contains("--web-only")) {
        bench.onCores();
      }
      // Long enough that what the JVM does for its first request is small beside it.
      var web =
          ",\"limits\":{\"wallMillis\":40000},\"web\":{\"latencyMillis\":4000,\"bytes\":200000,\"errorRate\":0.0,\"seed\":71}";
      var loads = new LinkedHashMap<String, String>();
      loads.put("one after the other", body(sample("web-sequential"), "caller 1", 1, web));
      loads.put("pool of five", body(sample("web-thread-pool"), "fixed 5", 1, web));
      bench.table("five loads of the virtual web", loads);
    } finally {
      running.stop();
    }
  }

  private void onCores() throws Exception {
    table("CPU-bound, 2 cores", kinds(FREE, 2));
    table("CPU-bound, 1 core", kinds(FREE, 1));
    var last = table("under one global lock, 2 cores", kinds(LOCKED, 2));
    System.out.printf("what the diagnosis says of fixed 2 under the lock:%n%n");
    System.out.println(diagnosis(last.get("fixed 2")));
  }

  private String diagnosis(String run) throws Exception {
    return api.get(server, "/api/v1/runs/" + run + "/diagnosis");
  }

  private static String sample(String name) throws IOException {
    return Files.readString(SAMPLES.resolve(name).resolve("Main.java"));
  }

  private Map<String, String> kinds(String source, int cores) {
    var bodies = new LinkedHashMap<String, String>();
    KINDS.forEach(kind -> bodies.put(kind, body(source, kind, cores, "")));
    return bodies;
  }

  private static String body(String source, String executor, int cores, String more) {
    var words = executor.split(" ");
    var one = Api.body(source);
    return one.substring(0, one.lastIndexOf(",\"cores\""))
        + ",\"cores\":%d,\"executor\":{\"kind\":\"%s\",\"parallelism\":%s}%s}"
            .formatted(cores, words[0], words[1], more);
  }

  /// @return the last run of each variant
  private Map<String, String> table(String title, Map<String, String> bodies) throws Exception {
    var times = new LinkedHashMap<String, List<Double>>();
    var last = new LinkedHashMap<String, String>();
    for (int round = 0; round <= rounds; round++) {
      for (var variant : bodies.entrySet()) {
        var run = Api.text(api.post(server, "/api/v1/runs", variant.getValue()), "id");
        double millis = took(run);
        last.put(variant.getKey(), run);
        if (round > 0) { // the first of each warms up
          times.computeIfAbsent(variant.getKey(), _ -> new ArrayList<>()).add(millis);
        }
      }
    }
    System.out.printf("%n| %s | median, ms | fastest | slowest | times as fast |%n", title);
    System.out.println("|---|---|---|---|---|");
    double base = 0;
    for (var variant : times.entrySet()) {
      var sorted = variant.getValue().stream().sorted().toList();
      double median = sorted.get(sorted.size() / 2);
      base = base == 0 ? median : base;
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.0f | %.0f | %.2fx |%n",
          variant.getKey(), median, sorted.getFirst(), sorted.getLast(), base / median);
    }
    System.out.println();
    return last;
  }

  /// What the program says that its tasks took, or the run's wall time where it says nothing, in ms.
  private double took(String run) throws Exception {
    String json;
    do {
      // Seldom: to answer takes the server some of the very cores that are measured.
      LockSupport.parkNanos(1_000_000_000);
      json = api.get(server, "/api/v1/runs/" + run);
    } while (!Api.text(json, "state").equals("FINISHED"));
    if (!Api.text(json, "verdict").equals("OK")) {
      throw new IOException(json);
    }
    var output = new StringBuilder();
    for (var event : api.events(server, run)) {
      if (event.type().equals("stdout")) {
        output.append(Api.text(event.data(), "text"));
      }
    }
    var said = Pattern.compile("took (\\d+) us").matcher(output);
    return said.find()
        ? Long.parseLong(said.group(1)) / 1e3
        : Double.parseDouble(json.replaceAll("(?s).*\"wallNanos\"\\s*:\\s*(\\d+).*", "$1")) / 1e6;
  }
}
