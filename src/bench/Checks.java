import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Checks the exercises of the bundled course, again and again: the solution must get all points, the
/// starter must not, and each wrong answer must fail as its exercise lists it, every time.
///
/// `java src/bench/Checks.java [--repeats 20] [--exercise NAME]`, with JDK 25, from the top folder; starts
/// a server of its own. Exits with 1 where anything was judged otherwise than listed, even once.
public final class Checks {
  private static final String COURSE = "/api/v1/courses/concurrency-in-java/exercises";
  private static final Pattern SLUG = Pattern.compile("\"slug\":\"([^\"]+)\"");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "\"name\":\"([^\"]+)\",\"expected\":\"[^\"]*\",\"verdicts\":\\[([^\\]]*)](?:,\"problem\":\"((?:[^\"\\\\]|\\\\.)*)\")?");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final URI server;
  private int judged;
  private int otherwise;

  private Checks(URI server) {
    this.server = server;
  }

  public static void main(String[] args) throws Exception {
    var options = List.of(args);
    Server.build();
    var running = Server.start(Files.createTempDirectory("checks"));
    try {
      var checks = new Checks(running.base());
      checks.administer(running.administratorsLink());
      checks.all(
          Integer.parseInt(option(options, "--repeats", "20")), option(options, "--exercise", ""));
      System.exit(checks.otherwise == 0 ? 0 : 1);
    } finally {
      running.stop();
    }
  }

  private static String option(List<String> options, String name, String preset) {
    int at = options.indexOf(name);
    return at < 0 ? preset : options.get(at + 1);
  }

  private void administer(String secret) throws IOException, InterruptedException {
    send(
        "POST",
        "/api/v1/links",
        "{\"secret\":\"%s\",\"login\":\"root\",\"name\":\"Root\",\"password\":\"checks its exercises\"}"
            .formatted(secret));
  }

  private void all(int repeats, String only) throws IOException, InterruptedException {
    System.out.printf("| Exercise | Judged | As listed | Seconds for one |%n|---|---:|---:|---:|%n");
    for (var slug : SLUG.matcher(send("GET", COURSE, "")).results().map(it -> it.group(1)).toList()) {
      if (only.isEmpty() || only.equals(slug)) {
        check(slug, repeats);
      }
    }
    System.out.printf("%d judged, %d of them otherwise than listed.%n", judged, otherwise);
  }

  private void check(String slug, int repeats) throws IOException, InterruptedException {
    var path = COURSE + "/" + slug + "/check";
    long began = System.nanoTime();
    var report = send("POST", path + "?repeats=" + repeats, "");
    while (Api.text(report, "state").equals("RUNNING")) {
      LockSupport.parkNanos(500_000_000);
      report = send("GET", path, "");
    }
    int of = Api.number(report, "of");
    double seconds = (System.nanoTime() - began) / 1e9 / of;
    int wrong = 0;
    var problems = new TreeMap<String, String>();
    for (var subject : SUBJECT.matcher(report).results().toList()) {
      if (subject.group(3) != null) {
        var problem = subject.group(3).translateEscapes();
        problems.put(subject.group(1), problem + " " + counted(subject.group(2)));
        wrong += Integer.parseInt(problem.substring(0, problem.indexOf(' ')));
      }
    }
    judged += of;
    otherwise += wrong;
    System.out.printf("| %s | %d | %d | %.1f |%n", slug, of, of - wrong, seconds);
    problems.forEach((subject, problem) -> System.out.printf("    %s: %s%n", subject, problem));
  }

  /// How often each verdict came.
  private static Map<String, Integer> counted(String verdicts) {
    var counts = new TreeMap<String, Integer>();
    Arrays.stream(verdicts.replace("\"", "").split(",", -1))
        .forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
    return counts;
  }

  private String send(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/json")
            .header("Origin", server.toString().replaceAll("/$", ""))
            .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
