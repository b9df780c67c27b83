import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Measures from submitting a program to knowing its verdict, through HTTP and WebSocket, against
/// `java Main.java` on the same program and in the same minutes: A B A B.
///
/// Every submission bears a number of its own in its source and in its expected output, so that
/// nothing can answer from a cache, and the output is compared. Prints Markdown tables.
///
/// `java src/bench/Bench.java [--url URL] [--rounds 50] [--batch 40]`; without a URL it starts a
/// server by `./threadmill run` in a home that is thrown away.
public class Bench {
  private static final int CONCURRENCY = 2;
  private static final int WARM_UP = 50;
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin/java").toString();

  /// A program to measure; `NONCE` in its source becomes a number.
  record Workload(String name, String source) {
    String with(int nonce) {
      return source.replace("NONCE", Integer.toString(nonce));
    }
  }

  /// Carries out a source and returns its standard output.
  interface Way {
    String run(String source) throws Exception;
  }

  private static final List<Workload> WORKLOADS =
      List.of(
          new Workload(
              "hello",
              """
              void main() {
                IO.println("answer " + NONCE);
              }
              """),
          new Workload(
              "executor, 40 lines",
              """
              import java.util.concurrent.*;
              import java.util.*;

              public class Main {
                record Part(int from, int to) {
                  int size() {
                    return to - from;
                  }
                }

                static long work(Part part) {
                  long sum = 0;
                  for (int i = part.from(); i < part.to(); i++) {
                    sum += Integer.bitCount(i);
                  }
                  return sum;
                }

                static List<Part> parts(int size, int count) {
                  var parts = new ArrayList<Part>();
                  for (int i = 0; i < count; i++) {
                    parts.add(new Part(size / count * i, size / count * (i + 1)));
                  }
                  return parts;
                }

                public static void main(String[] args) throws Exception {
                  long sum = 0;
                  int size = 0;
                  try (var pool = Executors.newFixedThreadPool(4)) {
                    var futures = new ArrayList<Future<Long>>();
                    for (Part part : parts(80_000, 8)) {
                      futures.add(pool.submit(() -> work(part)));
                      size += part.size();
                    }
                    for (var future : futures) {
                      sum += future.get();
                    }
                  }
                  System.out.println(size == 80_000 && sum > 0 ? "answer " + NONCE : "wrong");
                }
              }
              """),
          new Workload(
              "streams",
              """
              import java.util.*;
              import java.util.stream.*;

              void main() {
                Map<Integer, Long> byLength =
                    IntStream.rangeClosed(1, 20_000)
                        .parallel()
                        .mapToObj(Integer::toString)
                        .collect(Collectors.groupingBy(String::length, Collectors.counting()));
                String all =
                    byLength.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(","));
                IO.println(all.startsWith("1=9,2=90") ? "answer " + NONCE : all);
              }
              """));

  /// `java Main.java` in a folder of its own.
  static final class PlainJava implements Way {
    @Override
    public String run(String source) throws Exception {
      Path folder = Files.createTempDirectory("bench");
      Path main = Files.writeString(folder.resolve("Main.java"), source);
      try {
        Process process = new ProcessBuilder(JAVA, main.toString()).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
      } finally {
        Files.delete(main);
        Files.delete(folder);
      }
    }
  }

  /// POST, then the event socket until the verdict; the output comes with the events.
  record Threadmill(HttpClient http, URI base) implements Way {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern TEXT =
        Pattern.compile("\"type\":\"stdout\",\"data\":\\{\"text\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern VERDICT = Pattern.compile("\"verdict\":\"([A-Z_]+)\"");

    @Override
    public String run(String source) throws Exception {
      String body =
          "{\"files\":[{\"path\":\"Main.java\",\"content\":" + quote(source) + "}],\"cores\":1}";
      var answer =
          http.send(
              HttpRequest.newBuilder(base.resolve("/api/v1/runs"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new IOException("refused with " + answer.statusCode() + ": " + answer.body());
      }
      String id = first(ID, answer.body());
      String events = events(id);
      String verdict = first(VERDICT, events);
      if (!verdict.equals("OK")) {
        throw new IOException("run " + id + " ended as " + verdict);
      }
      return TEXT.matcher(events).results()
          .map(m -> m.group(1).translateEscapes())
          .reduce("", String::concat);
    }

    private String events(String id) throws Exception {
      var all = new CompletableFuture<String>();
      var listener =
          new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
              text.append(part);
              // The clock stops when the verdict is known, not when the socket is closed.
              if (last && text.indexOf("\"type\":\"verdict\"") >= 0) {
                all.complete(text.toString());
              }
              socket.request(1);
              return null;
            }

            @Override
            public void onError(WebSocket socket, Throwable error) {
              all.completeExceptionally(error);
            }

            @Override
            public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
              all.completeExceptionally(new IOException("closed without a verdict: " + reason));
              return null;
            }
          };
      var address = URI.create("ws" + base.toString().substring(4)).resolve(
          "/api/v1/runs/" + id + "/events?after=0");
      var socket = http.newWebSocketBuilder().buildAsync(address, listener).join();
      String text = all.get(60, TimeUnit.SECONDS);
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
      return text;
    }

    private static String first(Pattern pattern, String text) throws IOException {
      var matcher = pattern.matcher(text);
      if (!matcher.find()) {
        throw new IOException("no " + pattern + " in " + text);
      }
      return matcher.group(1);
    }

    private static String quote(String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
  }

  private final AtomicInteger nonces = new AtomicInteger((int) (System.nanoTime() & 0xffffff));
  private final Way plain = new PlainJava();
  private final Way threadmill;

  Bench(Way threadmill) {
    this.threadmill = threadmill;
  }

  /// Nanoseconds from submission to a verdict whose output was right.
  private long timed(Way way, Workload workload) {
    int nonce = nonces.incrementAndGet();
    String source = workload.with(nonce);
    try {
      long begin = System.nanoTime();
      String out = way.run(source);
      long took = System.nanoTime() - begin;
      if (!out.strip().equals("answer " + nonce)) {
        throw new IllegalStateException(workload.name() + " printed " + out);
      }
      return took;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void latency(int rounds) {
    IO.println("\nSubmit to verdict, one at a time, " + rounds + " rounds, milliseconds:\n");
    IO.println("| program | Threadmill median | p95 | `java Main.java` median | p95 | ratio of medians |");
    IO.println("|---|---|---|---|---|---|");
    for (Workload workload : WORKLOADS) {
      var ours = new long[rounds];
      var theirs = new long[rounds];
      for (int i = 0; i < WARM_UP; i++) {
        timed(threadmill, workload);
      }
      for (int i = 0; i < rounds; i++) {
        ours[i] = timed(threadmill, workload);
        theirs[i] = timed(plain, workload);
      }
      Arrays.sort(ours);
      Arrays.sort(theirs);
      IO.println(
          "| %s | %.0f | %.0f | %.0f | %.0f | %.1fx |"
              .formatted(
                  workload.name(),
                  millis(ours, 50),
                  millis(ours, 95),
                  millis(theirs, 50),
                  millis(theirs, 95),
                  millis(theirs, 50) / millis(ours, 50)));
    }
  }

  private void throughput(int batch) throws Exception {
    IO.println(
        "\nRuns per second at concurrency %d, median of 3 batches of %d:\n"
            .formatted(CONCURRENCY, batch));
    IO.println("| program | Threadmill | `java Main.java` | ratio |");
    IO.println("|---|---|---|---|");
    for (Workload workload : WORKLOADS) {
      var ours = new double[3];
      var theirs = new double[3];
      for (int i = 0; i < 3; i++) {
        ours[i] = perSecond(threadmill, workload, batch);
        theirs[i] = perSecond(plain, workload, batch);
      }
      Arrays.sort(ours);
      Arrays.sort(theirs);
      IO.println(
          "| %s | %.1f | %.1f | %.1fx |"
              .formatted(workload.name(), ours[1], theirs[1], ours[1] / theirs[1]));
    }
  }

  private double perSecond(Way way, Workload workload, int batch) throws Exception {
    try (var pool = Executors.newFixedThreadPool(CONCURRENCY)) {
      long begin = System.nanoTime();
      List<Future<Long>> runs = new ArrayList<>();
      for (int i = 0; i < batch; i++) {
        runs.add(pool.submit(() -> timed(way, workload)));
      }
      for (var run : runs) {
        run.get();
      }
      return batch / ((System.nanoTime() - begin) / 1e9);
    }
  }

  /// The nearest-rank percentile of sorted nanoseconds, in milliseconds.
  private static double millis(long[] sorted, int percent) {
    return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1] / 1e6;
  }

  public static void main(String[] args) throws Exception {
    String url = option(args, "--url", "");
    int rounds = Integer.parseInt(option(args, "--rounds", "50"));
    int batch = Integer.parseInt(option(args, "--batch", "40"));
    IO.println(
        "%s, %d cores, Java %s"
            .formatted(
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version()));
    if (!url.isEmpty()) {
      measure(url, rounds, batch);
      return;
    }
    Path home = Files.createTempDirectory("bench-home");
    Process server = start(home);
    try {
      measure(address(server), rounds, batch);
    } finally {
      server.destroy();
      server.waitFor();
      new ProcessBuilder("rm", "-rf", home.toString()).inheritIO().start().waitFor();
    }
  }

  private static void measure(String url, int rounds, int batch) throws Exception {
    // One client for all: its connections stay open and its cookies are kept, as a browser's are.
    try (var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build()) {
      var bench = new Bench(new Threadmill(http, URI.create(url)));
      bench.latency(rounds);
      bench.throughput(batch);
      // Closing waits for sockets, and one whose server never answered its close would not end.
      http.shutdownNow();
    }
  }

  private static Process start(Path home) throws IOException {
    // The source launcher gives no path of its own; the launcher is found from where one stands.
    Path launcher = Path.of("threadmill").toAbsolutePath();
    if (!Files.isExecutable(launcher)) {
      throw new IOException("start this from the top folder, or give --url");
    }
    return new ProcessBuilder(
            launcher.toString(), "run", "--port", "0", "--home", home.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Waits for the line that names the server's URL.
  private static String address(Process server) throws IOException {
    var url = Pattern.compile("http://\\S+:\\d+");
    var lines = server.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      var matcher = url.matcher(line);
      if (matcher.find()) {
        return matcher.group();
      }
    }
    throw new IOException("the server ended before it named its URL");
  }

  private static String option(String[] args, String name, String otherwise) {
    int at = Arrays.asList(args).indexOf(name);
    return at >= 0 && at + 1 < args.length ? args[at + 1] : otherwise;
  }
}
