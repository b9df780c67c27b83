import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import java.util.concurrent.locks.LockSupport;

/// Throws greedy and prying programs at a running server, and measures a harmless one before and after.
///
/// `java src/bench/Attacks.java [URL]` prints each program's verdict with its explanation, the server's
/// health after each, and the ratio of the harmless program's medians. Exits with 1 where a verdict is
/// not the expected one or the server is not healthy.
public class Attacks {
  private static final int ROUNDS = 21;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String HELLO = "void main() { IO.println(1); }";

  record Attack(String expected, String source) {}

  public static void main(String[] args) throws Exception {
    var server = URI.create(args.length > 0 ? args[0] : "http://127.0.0.1:8080");
    int port = server.getPort();
    var attacks = new LinkedHashMap<String, Attack>();
    attacks.put("spins", new Attack("TIME_LIMIT", "void main() { while (true) {} }"));
    attacks.put(
        "allocates 1 GiB",
        new Attack("MEMORY_LIMIT", "void main() { IO.println(new byte[1 << 30].length); }"));
    attacks.put(
        "prints 100 MB",
        new Attack(
            "OUTPUT_LIMIT",
            "void main() { for (int i = 0; i < 100_000; i++) IO.println(\"x\".repeat(1000)); }"));
    attacks.put(
        "starts 100,000 threads",
        new Attack(
            "THREAD_LIMIT",
            "void main() { for (int i = 0; i < 100_000; i++) new Thread(() -> "
                + "java.util.concurrent.locks.LockSupport.parkNanos(99_000_000_000L)).start(); }"));
    attacks.put(
        "reads /etc/passwd",
        new Attack(
            "RUNTIME_ERROR",
            "void main() throws Exception { IO.println(java.nio.file.Files.readString("
                + "java.nio.file.Path.of(\"/etc/passwd\"))); }"));
    attacks.put(
        "connects to the server",
        new Attack(
            "RUNTIME_ERROR",
            "void main() throws Exception { new java.net.Socket(\"127.0.0.1\", " + port + "); }"));

    median(server);
    double before = median(server);
    boolean fine = true;
    for (var attack : attacks.entrySet()) {
      var run = run(server, attack.getValue().source());
      var health = get(server.resolve("/q/health/ready"), "status");
      System.out.printf(
          "%-24s %-14s %s (health %s)%n",
          attack.getKey(), field(run, "verdict"), field(run, "explanation"), health);
      fine &= field(run, "verdict").equals(attack.getValue().expected()) && health.equals("UP");
    }
    double after = median(server);
    System.out.printf(
        "harmless program, median of %d: %.0f ms before, %.0f ms after, ratio %.2f%n",
        ROUNDS, before, after, after / before);
    System.exit(fine ? 0 : 1);
  }

  private static double median(URI server) throws Exception {
    var millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      var run = run(server, HELLO);
      millis[i] = (System.nanoTime() - began) / 1e6;
      if (!field(run, "verdict").equals("OK")) {
        throw new IllegalStateException(run);
      }
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }

  private static String run(URI server, String source) throws IOException, InterruptedException {
    var escaped = source.replace("\\", "\\\\").replace("\"", "\\\"");
    var body = "{\"files\": [{\"path\": \"Main.java\", \"content\": \"" + escaped + "\"}]}";
    var posted =
        HTTP.send(
            HttpRequest.newBuilder(server.resolve("/api/v1/runs"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    var location = server.resolve(posted.headers().firstValue("Location").orElseThrow());
    while (true) {
      var run = text(location);
      if (field(run, "state").equals("FINISHED")) {
        return run;
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static String get(URI uri, String field) throws IOException, InterruptedException {
    return field(text(uri), field);
  }

  private static String text(URI uri) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private static String field(String json, String name) {
    var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
    return found.find() ? found.group(1) : "";
  }
}
