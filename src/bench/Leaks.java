import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// Measures what memory the server and its sandboxes take, then sends it many runs and looks whether
/// anything has grown: resident memory, open files and threads of the server, number of sandboxes.
///
/// Open files and threads are looked at when the server has been idle for a while. They may grow by
/// [#MOST_DESCRIPTORS] and [#MOST_THREADS]: pools that had not been used to the full before (database
/// connections, workers of HTTP) grow once; a leak of one for each run would be in the hundreds.
/// Memory is printed and not judged: a heap grows up to its limit because it may.
///
/// `java src/bench/Leaks.java [--runs 200] [--at-once 2]`, from the top folder; prints Markdown tables.
public class Leaks {
  private static final int WARM_UP = 20;
  private static final int MOST_DESCRIPTORS = 16;
  private static final int MOST_THREADS = 16;

  /// By then the pool of sandboxes is full again and threads that nobody needs have ended.
  private static final long REST_MILLIS = 75_000;

  private static final String WAITS = "void main() throws Exception { IO.println(1); Thread.sleep(5_000); }";
  private static final String WORKS =
      "import java.util.*; import java.util.stream.*; void main() throws Exception { var kept = new"
          + " ArrayList<byte[]>(); for (int i = 0; i < 64; i++) kept.add(new byte[1 << 20]);"
          + " IO.println(IntStream.range(0, 100_000).parallel().mapToObj(Integer::toString).distinct().count());"
          + " Thread.sleep(5_000); IO.println(kept.size()); }";

  private final Api api = new Api();
  private final Server server;

  Leaks(Server server) {
    this.server = server;
  }

  /// Memory of a process in KiB: resident; with shared pages divided among those that share them;
  /// its own alone.
  record Memory(long resident, long proportional, long own) {
    static Memory of(long pid) {
      var rollup = Server.read(pid, "smaps_rollup");
      return new Memory(
          Server.number(rollup, "Rss", ""),
          Server.number(rollup, "Pss", ""),
          Server.number(rollup, "Private_Clean", "") + Server.number(rollup, "Private_Dirty", ""));
    }

    static Memory of(List<Long> pids) {
      return pids.stream()
          .map(Memory::of)
          .reduce(
              new Memory(0, 0, 0),
              (a, b) ->
                  new Memory(
                      a.resident + b.resident, a.proportional + b.proportional, a.own + b.own));
    }
  }

  /// What a leak would make grow.
  record Figures(Memory memory, int descriptors, int threads, int sandboxes) {
    static Figures of(Server server) throws IOException {
      return new Figures(
          Memory.of(server.pid()),
          count(server.pid(), "fd"),
          count(server.pid(), "task"),
          server.sandboxes().size());
    }

    private static int count(long pid, String folder) throws IOException {
      try (var entries = Files.list(Path.of("/proc", Long.toString(pid), folder))) {
        return (int) entries.count();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    int runs = Integer.parseInt(option(args, "--runs", "200"));
    int atOnce = Integer.parseInt(option(args, "--at-once", "2"));
    Server.build();
    var home = Files.createTempDirectory("leaks-home");
    var server = Server.start(home);
    boolean fine;
    try {
      var leaks = new Leaks(server);
      leaks.runs(WARM_UP, atOnce);
      rest();
      var before = Figures.of(server);
      leaks.memory();
      leaks.runs(runs, atOnce);
      rest();
      fine = grew(before, Figures.of(server), runs);
    } finally {
      server.stop();
      new ProcessBuilder("rm", "-rf", home.toString()).inheritIO().start().waitFor();
    }
    System.exit(fine ? 0 : 1);
  }

  private static boolean grew(Figures before, Figures after, int runs) {
    IO.println("\n| the server, idle | before | after " + runs + " runs |\n|---|---|---|");
    IO.println("| resident, MiB | %s | %s |".formatted(mib(before.memory.resident), mib(after.memory.resident)));
    IO.println("| open files | %d | %d |".formatted(before.descriptors, after.descriptors));
    IO.println("| threads | %d | %d |".formatted(before.threads, after.threads));
    IO.println("| sandboxes | %d | %d |".formatted(before.sandboxes, after.sandboxes));
    return after.descriptors - before.descriptors <= MOST_DESCRIPTORS
        && after.threads - before.threads <= MOST_THREADS
        && after.sandboxes == before.sandboxes;
  }

  private void memory() throws Exception {
    IO.println("\n| MiB | resident | proportional | its own |\n|---|---|---|---|");
    row("server", List.of(server.pid()));
    for (var sandbox : server.sandboxes()) {
      row(sandbox.compiler() ? "compiler" : "sandbox, waiting", sandbox.processes());
    }
    running("sandbox, its program sleeps", WAITS);
    running("sandbox, its program holds 64 MiB and has streamed", WORKS);
  }

  private void running(String name, String source) throws Exception {
    // What the program before has left is still going.
    while (!inUse().isEmpty()) {
      LockSupport.parkNanos(200_000_000);
    }
    var run = api.post(server.base(), source);
    var found = inUse();
    while (found.isEmpty()) {
      LockSupport.parkNanos(200_000_000);
      found = inUse();
    }
    LockSupport.parkNanos(3_000_000_000L);
    row(name, found.getFirst().processes());
    end(run);
  }

  private List<Server.Sandbox> inUse() throws IOException {
    return server.sandboxes().stream().filter(it -> !it.compiler() && it.inUse()).toList();
  }

  private static void row(String name, List<Long> processes) {
    var memory = Memory.of(processes);
    IO.println(
        "| %s | %s | %s | %s |"
            .formatted(name, mib(memory.resident), mib(memory.proportional), mib(memory.own)));
  }

  private static String mib(long kib) {
    return "%.0f".formatted(kib / 1024.0);
  }

  private void runs(int count, int atOnce) throws Exception {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      var runs = new ArrayList<Future<?>>();
      for (int i = 0; i < count; i++) {
        int nonce = i;
        runs.add(pool.submit(() -> one(nonce)));
      }
      for (var run : runs) {
        run.get();
      }
    }
  }

  private Void one(int nonce) throws Exception {
    var run = api.post(server.base(), "void main() { IO.println(\"answer \" + " + nonce + "); }");
    end(run);
    var verdict = Api.text(api.get(server.base(), "/api/v1/runs/" + run), "verdict");
    if (!verdict.equals("OK")) {
      throw new IllegalStateException("run " + run + " ended as " + verdict);
    }
    return null;
  }

  /// Through the socket, so that one that stays open shows.
  private void end(String run) throws Exception {
    var events = api.events(server.base(), run);
    if (events.isEmpty() || !events.getLast().type().equals("verdict")) {
      throw new IllegalStateException("run " + run + " has no verdict");
    }
  }

  private static void rest() {
    LockSupport.parkNanos(REST_MILLIS * 1_000_000);
  }

  private static String option(String[] args, String name, String otherwise) {
    int at = Arrays.asList(args).indexOf(name);
    return at >= 0 && at + 1 < args.length ? args[at + 1] : otherwise;
  }
}
