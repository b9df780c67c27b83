import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The packaged server in a process of its own, started as the launcher does but without asking
/// whether to build; and its sandboxes, found from outside by descent.
///
/// Made for the scripts beside it, which are started from the top folder.
final class Server {
  private static final Pattern URL = Pattern.compile("http://\\S+:\\d+");
  private static final Path LAUNCHER = Path.of("threadmill").toAbsolutePath();

  private final Process process;
  private final BufferedReader said;
  private final URI base;

  private Server(Process process, BufferedReader said, URI base) {
    this.process = process;
    this.said = said;
    this.base = base;
  }

  /// A sandbox: bubblewrap outside of its namespaces, the first process inside, and the program.
  ///
  /// @param compiler whether javac runs in it
  /// @param processes outermost first; fewer than three while it comes up or ends
  record Sandbox(boolean compiler, String command, List<Long> processes) {
    /// Whether it is bound to fewer cores than there are, as it is from its program's hand-over on.
    boolean inUse() {
      return processes.size() == 3
          && number(status(processes.getLast()), "Cpus_allowed_list", ",-")
              != number(status(ProcessHandle.current().pid()), "Cpus_allowed_list", ",-");
    }
  }

  /// Builds what is not built yet.
  static void build() throws IOException, InterruptedException {
    // The source launcher gives no path of its own; the launcher is found from where one stands.
    if (!Files.isExecutable(LAUNCHER)) {
      throw new IOException("start this from the top folder");
    }
    if (new ProcessBuilder(LAUNCHER.toString(), "build").inheritIO().start().waitFor() != 0) {
      throw new IOException("it does not build");
    }
  }

  /// Starts it and waits until it serves.
  static Server start(Path home) throws IOException {
    var top = LAUNCHER.getParent();
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "@" + top.resolve("src/server/java-options"),
                "-jar",
                top.resolve("src/server/target/quarkus-app/quarkus-run.jar").toString(),
                "--port",
                "0",
                "--home",
                home.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(home.resolve("stderr").toFile()));
    // It is off unless told otherwise, and what Checks checks.
    builder.environment().put("THREADMILL_BUNDLED_COURSE", "true");
    var process = builder.start();
    var lines = process.inputReader();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var matcher = URL.matcher(line);
      if (matcher.find()) {
        return new Server(process, lines, URI.create(matcher.group()));
      }
    }
    throw new IOException("the server ended before it named its URL; see " + home);
  }

  /// The secret of the link that makes one the administrator of a new server; may be asked once.
  String administratorsLink() throws IOException {
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      int at = line.indexOf("/link#");
      if (at >= 0) {
        return line.substring(at + "/link#".length()).strip();
      }
    }
    throw new IOException("the server ended before it named that link");
  }

  URI base() {
    return base;
  }

  long pid() {
    return process.pid();
  }

  /// Kill -9.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// SIGTERM.
  ///
  /// @return whether it ended in time
  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(60, TimeUnit.SECONDS);
  }

  List<Sandbox> sandboxes() throws IOException {
    var children = new HashMap<Long, List<Long>>();
    for (var pid : allProcesses()) {
      children.computeIfAbsent(parent(pid), _ -> new ArrayList<>()).add(pid);
    }
    var sandboxes = new ArrayList<Sandbox>();
    for (long outer : children.getOrDefault(pid(), List.of())) {
      var command = command(outer);
      if (command.contains("--seccomp")) {
        sandboxes.add(
            new Sandbox(command.contains("CompilerMain"), command, line(outer, children)));
      }
    }
    return sandboxes;
  }

  /// A process, its first child, the first child of that…
  private static List<Long> line(long pid, Map<Long, List<Long>> children) {
    var line = new ArrayList<Long>();
    for (var next = List.of(pid); !next.isEmpty() && line.size() < 3; ) {
      line.add(next.getFirst());
      next = children.getOrDefault(next.getFirst(), List.of());
    }
    return line;
  }

  static List<Long> allProcesses() throws IOException {
    try (var entries = Files.list(Path.of("/proc"))) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> Character.isDigit(name.charAt(0)))
          .map(Long::valueOf)
          .sorted()
          .toList();
    }
  }

  static String command(long pid) {
    return read(pid, "cmdline").replace('\0', ' ');
  }

  static long parent(long pid) {
    return number(status(pid), "PPid", "");
  }

  /// Whether it exists and is more than a zombie.
  static boolean runs(long pid) {
    var status = status(pid);
    return !status.isEmpty() && !status.contains("\nState:\tZ");
  }

  static String status(long pid) {
    return read(pid, "status");
  }

  /// A number that a file of `/proc` gives a name, 0 where it does not; in KiB where it is memory.
  ///
  /// @param also characters that may stand between the digits
  static long number(String file, String name, String also) {
    var found = Pattern.compile("(?m)^" + name + ":\\s*(\\d[\\d" + also + "]*)").matcher(file);
    return found.find() ? Long.parseLong(found.group(1).replaceAll("\\D", "")) : 0;
  }

  static String read(long pid, String file) {
    try {
      return new String(
          Files.readAllBytes(Path.of("/proc", Long.toString(pid), file)), StandardCharsets.UTF_8);
    } catch (IOException gone) {
      return "";
    }
  }
}
