import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Submits every program below some folders to a running server and compares what becomes of it with
/// the program's header comment, as the runner's own tests do.
///
/// `java src/bench/Corpus.java URL [--place WORD=TEXT]… [--secret TEXT] FOLDER…` prints a line for each
/// program, its verdict and what is wrong with it, then how long a harmless program took before and
/// after them all, and exits with 1 where anything is wrong. `--place` says what a word among a program's
/// arguments stands for, such as `PORT=8080`; a program that prints the secret has got out.
public class Corpus {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final int ROUNDS = 15;

  /// What becomes of a source that the server does not even take, and how it says so.
  private static final String REFUSED = "REFUSED";

  private static final List<Integer> REFUSALS = List.of(400, 413);
  private static final Program HARMLESS =
      new Program("harmless", List.of(new Source("Main.java", "void main() { IO.println(1); }")));

  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("usage: java Corpus.java URL [--place WORD=TEXT]... [--secret TEXT] FOLDER...");
      System.exit(2);
    }
    var server = URI.create(args[0]);
    var forbidden = new ArrayList<>(List.of("ESCAPED"));
    var places = new LinkedHashMap<String, String>();
    var programs = new ArrayList<Program>();
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--place")) {
        var place = args[++i].split("=", 2);
        places.put(place[0], place[1]);
      } else if (args[i].equals("--secret")) {
        forbidden.add(args[++i]);
      } else {
        programs.addAll(Program.all(Path.of(args[i])));
      }
    }
    median(server);
    double before = median(server);
    int wrong = 0;
    for (var program : programs) {
      long began = System.nanoTime();
      var seen = new Submission(server, program, places).run();
      var faults = program.faults(seen, forbidden);
      var expected = "as expected";
      if (!faults.isEmpty() && seen.verdict().equals("TIME_LIMIT") && !seen.printed(forbidden)) {
        // A machine that others use is at times too slow for a program that has much to do.
        seen = new Submission(server, program, places).run();
        faults = program.faults(seen, forbidden);
        expected = "as expected, at the second try: there was too little time for the first";
      }
      System.out.printf(
          "%-52s %-18s %6d ms  %s%n",
          program.name(),
          seen.verdict(),
          (System.nanoTime() - began) / 1_000_000,
          faults.isEmpty() ? expected : "WRONG: " + String.join("; ", faults));
      wrong += faults.isEmpty() ? 0 : 1;
    }
    System.out.printf("%d programs, %d as expected, %d wrong%n", programs.size(), programs.size() - wrong, wrong);
    double after = median(server);
    System.out.printf(
        "a harmless program took %.0f ms before them and %.0f ms after them (medians of %d): x %.2f%n",
        before, after, ROUNDS, after / before);
    System.exit(wrong == 0 && !programs.isEmpty() ? 0 : 1);
  }

  private static double median(URI server) throws Exception {
    var millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      var seen = new Submission(server, HARMLESS, Map.of()).run();
      millis[i] = (System.nanoTime() - began) / 1e6;
      if (!seen.verdict().equals("OK")) {
        throw new IllegalStateException("a harmless program got " + seen);
      }
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }

  /// What the server tells of a finished run.
  record Seen(
      String verdict, String explanation, String exitCode, String diagnostics, String stdout, String stderr) {

    boolean printed(List<String> words) {
      return words.stream().anyMatch(word -> stdout.contains(word) || stderr.contains(word));
    }
  }

  /// A file that a program consists of.
  record Source(String path, String content) {}

  /// A program and what its header says: see `Program` in the runner's tests.
  record Program(String name, List<Source> files) {
    private static final String FILE = "// file: ";
    private static final String WITH = "with";
    private static final String WEB =
        ", \"web\": {\"latencyMillis\": 20, \"bytes\": 20000, \"errorRate\": 0, \"seed\": 1}";
    private static final Pattern REPEAT = Pattern.compile("@@(\\d+)\\{(.*?)\\}@@", Pattern.DOTALL);

    static List<Program> all(Path folder) throws IOException {
      try (var files = Files.walk(folder)) {
        var programs = new ArrayList<Program>();
        for (var file :
            files
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !file.startsWith(folder.resolve(WITH)))
                .sorted()
                .toList()) {
          programs.add(read(folder, file));
        }
        return programs;
      }
    }

    private static Program read(Path folder, Path file) throws IOException {
      var files = new ArrayList<Source>();
      var path = "Main.java";
      var content = new StringBuilder();
      for (var line : Files.readString(file).lines().toList()) {
        if (line.startsWith(FILE)) {
          files.add(new Source(path, repeated(content.toString())));
          path = line.substring(FILE.length());
          content.setLength(0);
        } else {
          content.append(line).append('\n');
        }
      }
      files.add(new Source(path, repeated(content.toString())));
      var program = new Program(folder.relativize(file).toString().replace(".java", ""), files);
      for (var other : program.header("with")) {
        files.add(new Source(other, Files.readString(folder.resolve(WITH).resolve(other))));
      }
      return program;
    }

    private static String repeated(String source) {
      return REPEAT
          .matcher(source)
          .replaceAll(
              found ->
                  Matcher.quoteReplacement(
                      IntStream.range(0, Integer.parseInt(found.group(1)))
                          .mapToObj(
                              i ->
                                  found
                                      .group(2)
                                      .replace("##", Integer.toString(i + 1))
                                      .replace("#", Integer.toString(i)))
                          .collect(Collectors.joining())));
    }

    List<String> header(String key) {
      var start = "// " + key + ": ";
      return files
          .getFirst()
          .content()
          .lines()
          .takeWhile(line -> line.startsWith("//"))
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()))
          .toList();
    }

    /// The runner's own tests hand it sources that the server refuses: for their size or their paths.
    List<String> faults(Seen seen, List<String> forbidden) {
      if (seen.verdict().equals(REFUSED) && Json.text(seen.explanation(), "field").startsWith("files")) {
        return List.of();
      }
      var faults = new ArrayList<String>();
      var expected = header("verdict").getFirst();
      if (!Arrays.asList(expected.split(" \\| ", -1)).contains(seen.verdict())) {
        faults.add("expected " + expected + ", explained as: " + seen.explanation());
      }
      lacks(faults, "explains", seen.explanation());
      lacks(faults, "stdout", seen.stdout());
      lacks(faults, "stderr", seen.stderr());
      lacks(faults, "warns", seen.diagnostics());
      lacks(faults, "exit", seen.exitCode());
      has(faults, header("stdout-not"), seen.stdout());
      has(faults, header("stderr-not"), seen.stderr());
      has(faults, forbidden, seen.stdout());
      has(faults, forbidden, seen.stderr());
      return faults;
    }

    private void lacks(List<String> faults, String key, String text) {
      header(key).stream()
          .filter(wanted -> !text.contains(wanted))
          .forEach(wanted -> faults.add(key + " lacks '" + wanted + "': " + ending(text)));
    }

    private static void has(List<String> faults, List<String> unwanted, String text) {
      unwanted.stream().filter(text::contains).forEach(word -> faults.add("printed " + word + ": " + ending(text)));
    }

    private static String ending(String text) {
      return text.substring(Math.max(0, text.length() - 200)).strip().replace('\n', ' ');
    }

    /// The request that asks for it.
    String request(Map<String, String> places) {
      var given = header("args").stream().map(arg -> placed(arg, places)).toList();
      var args = Stream.concat(given.stream(), Stream.of("one", "two")).limit(Math.max(2, given.size()));
      var wall = header("wall").stream().findFirst().orElse("10000");
      var cores = header("cores").stream().findFirst().orElse("2");
      var executor = header("executor").stream().findFirst().orElse("fixed");
      var web = header("web").isEmpty() ? "" : WEB;
      return ("{\"files\": [%s], \"executor\": {\"kind\": %s, \"parallelism\": 2}, \"cores\": %s, \"stdin\": %s,"
              + " \"args\": [%s], \"limits\": {\"wallMillis\": %s}%s}")
          .formatted(
              files.stream()
                  .map(
                      file ->
                          "{\"path\": %s, \"content\": %s}"
                              .formatted(Json.quote(file.path()), Json.quote(file.content())))
                  .collect(Collectors.joining(", ")),
              Json.quote(executor),
              cores,
              Json.quote("line of input\n"),
              args.map(Json::quote).collect(Collectors.joining(", ")),
              wall,
              web);
    }

    private static String placed(String arg, Map<String, String> places) {
      for (var place : places.entrySet()) {
        arg = arg.replace(place.getKey(), place.getValue());
      }
      return arg;
    }
  }

  /// One program on its way through the server.
  record Submission(URI server, Program program, Map<String, String> places) {

    Seen run() throws IOException, InterruptedException {
      var posted = post();
      if (REFUSALS.contains(posted.statusCode())) {
        return new Seen(REFUSED, posted.body(), "", "", "", "");
      }
      var location =
          server.resolve(
              posted
                  .headers()
                  .firstValue("Location")
                  .orElseThrow(() -> new IOException(program.name() + ": " + posted.body())));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      var run = get(location);
      while (!Json.text(run, "state").equals("FINISHED")) {
        if (System.nanoTime() > deadline) {
          return new Seen("NONE", "no verdict within " + PATIENCE, "", "", "", "");
        }
        LockSupport.parkNanos(5_000_000);
        run = get(location);
      }
      var output = get(URI.create(location + "/output"));
      return new Seen(
          Json.text(run, "verdict"),
          Json.text(run, "explanation"),
          Json.number(run, "exitCode"),
          run,
          Json.text(output, "stdout"),
          Json.text(output, "stderr"));
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
      var request =
          HttpRequest.newBuilder(server.resolve("/api/v1/runs"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(program.request(places)))
              .build();
      return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String get(URI uri) throws IOException, InterruptedException {
      return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  /// As much of JSON as the API's answers need: the first member of a name.
  static final class Json {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

    private Json() {}

    static String quote(String text) {
      var quoted = new StringBuilder("\"");
      for (char c : text.toCharArray()) {
        switch (c) {
          case '"', '\\' -> quoted.append('\\').append(c);
          default -> quoted.append(c >= ' ' && c < 0x7f ? Character.toString(c) : "\\u%04x".formatted((int) c));
        }
      }
      return quoted.append('"').toString();
    }

    static String text(String json, String name) {
      // Possessive: the matcher would need a stack frame for each character of a large output.
      var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]++|\\\\.)*+)\"").matcher(json);
      return found.find() ? unquote(found.group(1)) : "";
    }

    static String number(String json, String name) {
      var found = Pattern.compile("\"" + name + "\"\\s*:\\s*(-?\\d+)").matcher(json);
      return found.find() ? found.group(1) : "";
    }

    private static String unquote(String text) {
      return ESCAPE
          .matcher(text)
          .replaceAll(
              found -> {
                var what = found.group(1);
                return Matcher.quoteReplacement(
                    switch (what.charAt(0)) {
                      case 'n' -> "\n";
                      case 't' -> "\t";
                      case 'r' -> "\r";
                      case 'b' -> "\b";
                      case 'f' -> "\f";
                      case 'u' -> Character.toString((char) Integer.parseInt(what.substring(1), 16));
                      default -> what;
                    });
              });
    }
  }
}
