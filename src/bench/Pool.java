import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Measures pool isolation against process isolation, on one server and in turns: small programs, and
/// what the instrumentation costs five kernels.
///
/// *Dispatch* is what the run's own timings say from its class files to its end: handing over and
/// running. Submit to verdict is timed here, by asking until the run is finished.
///
/// `java src/bench/Pool.java http://127.0.0.1:8080 [--rounds 40] [--batch 60]` prints Markdown tables.
public class Pool {
  private static final int WARM_UP = 60;
  private static final int CONCURRENCY = 2;

  /// More often, asking would be the load that is measured.
  private static final Duration POLL = Duration.ofMillis(4);
  private static final List<String> ISOLATIONS = List.of("process", "pool");

  private static final Map<String, String> PROGRAMS = new LinkedHashMap<>();

  static {
    PROGRAMS.put("hello", "void main() { IO.println(\"answer \" + NONCE); }");
    PROGRAMS.put(
        "executor",
        """
        void main() throws Exception {
          long sum = 0;
          try (var pool = Executors.newFixedThreadPool(4)) {
            var futures = new ArrayList<Future<Long>>();
            for (int part = 0; part < 8; part++) {
              int from = part * 10_000;
              futures.add(pool.submit(() -> {
                long bits = 0;
                for (int i = from; i < from + 10_000; i++) bits += Integer.bitCount(i);
                return bits;
              }));
            }
            for (var future : futures) sum += future.get();
          }
          IO.println(sum > 0 ? "answer " + NONCE : "wrong");
        }
        """);
    PROGRAMS.put(
        "streams",
        """
        import java.util.stream.*;

        void main() {
          var byLength =
              IntStream.rangeClosed(1, 20_000).parallel().mapToObj(Integer::toString)
                  .collect(Collectors.groupingBy(String::length, Collectors.counting()));
          IO.println(byLength.get(1) == 9 ? "answer " + NONCE : "wrong");
        }
        """);
  }

  /// Prints the best of eighty times of each kernel, in microseconds.
  private static final String KERNELS =
      """
      interface Kernel { Object run(); }

      static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

      static int sieve() {
        boolean[] composite = new boolean[2_000_000];
        int primes = 0;
        for (int i = 2; i < composite.length; i++) {
          if (!composite[i]) {
            primes++;
            for (long j = (long) i * i; j < composite.length; j += i) composite[(int) j] = true;
          }
        }
        return primes;
      }

      static double matrix() {
        int n = 200;
        double[][] a = new double[n][n], b = new double[n][n], c = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { a[i][j] = i + j; b[i][j] = i - j; }
        for (int i = 0; i < n; i++)
          for (int k = 0; k < n; k++) {
            double x = a[i][k];
            for (int j = 0; j < n; j++) c[i][j] += x * b[k][j];
          }
        return c[17][42];
      }

      static long xorshift() {
        long x = 88172645463325252L;
        for (int i = 0; i < 10_000_000; i++) { x ^= x << 13; x ^= x >>> 7; x ^= x << 17; }
        return x;
      }

      static int words() {
        var counts = new HashMap<String, Integer>();
        var text = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
          text.setLength(0);
          text.append("word").append(i * 31 % 5003);
          counts.merge(text.toString(), 1, Integer::sum);
        }
        return counts.size();
      }

      static void time(String name, Kernel kernel) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 80; i++) {
          long begin = System.nanoTime();
          Object result = kernel.run();
          best = Math.min(best, System.nanoTime() - begin);
          if (result == null) return;
        }
        IO.println(name + " " + best / 1000);
      }

      void main() {
        time("fibonacci", () -> fib(30));
        time("sieve", () -> sieve());
        time("matrix", () -> matrix());
        time("xorshift", () -> xorshift());
        time("words", () -> words());
      }
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger nonces = new AtomicInteger();
  private final URI server;

  Pool(URI server) {
    this.server = server;
  }

  /// @param total nanoseconds from submission to verdict
  /// @param dispatch those from class files to the program's end
  record Timed(long total, long dispatch, String id) {}

  private Timed run(String source, String isolation) throws IOException, InterruptedException {
    String body =
        "{\"files\":[{\"path\":\"Main.java\",\"content\":%s}],\"cores\":1,\"isolation\":\"%s\",\"limits\":{\"wallMillis\":60000}}"
            .formatted(quote(source), isolation);
    long begin = System.nanoTime();
    String id = text(send("/api/v1/runs", body), "id");
    String run;
    while (!(run = send("/api/v1/runs/" + id, null)).contains("\"FINISHED\"")) {
      LockSupport.parkNanos(POLL.toNanos());
    }
    long total = System.nanoTime() - begin;
    if (!text(run, "verdict").equals("OK")) {
      throw new IOException(run);
    }
    return new Timed(total, number(run, "jvmStartNanos") + number(run, "wallNanos"), id);
  }

  private Timed small(String program, String isolation) throws IOException, InterruptedException {
    int nonce = nonces.incrementAndGet();
    var timed = run(PROGRAMS.get(program).replace("NONCE", "" + nonce), isolation);
    return timed;
  }

  private void latency(int rounds) throws Exception {
    IO.println("\n| program | dispatch, ms: process | pool | ratio | submit to verdict, ms: process | pool | ratio |");
    IO.println("|---|---|---|---|---|---|---|");
    for (var program : PROGRAMS.keySet()) {
      var total = new double[2][rounds];
      var dispatch = new double[2][rounds];
      for (int i = -WARM_UP; i < rounds; i++) {
        for (int way = 0; way < 2; way++) {
          var timed = small(program, ISOLATIONS.get(way));
          if (i >= 0) {
            total[way][i] = timed.total() / 1e6;
            dispatch[way][i] = timed.dispatch() / 1e6;
          }
        }
      }
      IO.println(
          "| %s | %.1f | %.1f | %.1fx | %.1f | %.1f | %.1fx |"
              .formatted(
                  program,
                  median(dispatch[0]),
                  median(dispatch[1]),
                  median(dispatch[0]) / median(dispatch[1]),
                  median(total[0]),
                  median(total[1]),
                  median(total[0]) / median(total[1])));
    }
  }

  private void throughput(int batch) throws Exception {
    IO.println("\n| program | runs per second, %d at once: process | pool | ratio |".formatted(CONCURRENCY));
    IO.println("|---|---|---|---|");
    for (var program : PROGRAMS.keySet()) {
      var rate = new double[2][3];
      for (int i = 0; i < 3; i++) {
        for (int way = 0; way < 2; way++) {
          rate[way][i] = perSecond(program, ISOLATIONS.get(way), batch);
        }
      }
      double process = median(rate[0]);
      double pool = median(rate[1]);
      IO.println("| %s | %.1f | %.1f | %.1fx |".formatted(program, process, pool, pool / process));
    }
  }

  private double perSecond(String program, String isolation, int batch) throws Exception {
    try (var clients = Executors.newFixedThreadPool(CONCURRENCY)) {
      long begin = System.nanoTime();
      var runs = new ArrayList<Future<Timed>>();
      for (int i = 0; i < batch; i++) {
        runs.add(clients.submit(() -> small(program, isolation)));
      }
      for (var run : runs) {
        run.get();
      }
      return batch / ((System.nanoTime() - begin) / 1e9);
    }
  }

  private void kernels() throws Exception {
    var best = List.of(new LinkedHashMap<String, Double>(), new LinkedHashMap<String, Double>());
    for (int round = 0; round < 3; round++) {
      for (int way = 0; way < 2; way++) {
        String id = run(KERNELS, ISOLATIONS.get(way)).id();
        String out = text(send("/api/v1/runs/" + id + "/output", null), "stdout");
        for (String line : out.translateEscapes().strip().split("\n")) {
          var words = line.split(" ");
          best.get(way).merge(words[0], Double.valueOf(words[1]), Math::min);
        }
      }
    }
    IO.println("\n| kernel | µs as it is | instrumented | ratio |");
    IO.println("|---|---|---|---|");
    double product = 1;
    double worst = 0;
    for (var kernel : best.get(0).keySet()) {
      double plain = best.get(0).get(kernel);
      double woven = best.get(1).get(kernel);
      product *= woven / plain;
      worst = Math.max(worst, woven / plain);
      IO.println("| %s | %.0f | %.0f | %.2fx |".formatted(kernel, plain, woven, woven / plain));
    }
    IO.println(
        "\ngeometric mean %.2fx, worst %.2fx"
            .formatted(Math.pow(product, 1.0 / best.get(0).size()), worst));
  }

  private String send(String path, String body) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.resolve(path));
    if (body != null) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body));
    }
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException("refused with " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static String text(String json, String field) throws IOException {
    return first("\"" + field + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", json);
  }

  private static long number(String json, String field) throws IOException {
    return Long.parseLong(first("\"" + field + "\"\\s*:\\s*(\\d+)", json));
  }

  private static String first(String pattern, String text) throws IOException {
    var matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IOException("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static int option(String[] args, String name, int otherwise) {
    int at = Arrays.asList(args).indexOf(name);
    return at >= 0 ? Integer.parseInt(args[at + 1]) : otherwise;
  }

  public static void main(String[] args) throws Exception {
    var bench = new Pool(URI.create(args[0]));
    bench.latency(option(args, "--rounds", 40));
    bench.throughput(option(args, "--batch", 60));
    bench.kernels();
  }
}
