import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// Kills sandboxes, compilers and the server itself at random moments while runs go through it, and
/// then asks of every run that was accepted what became of it.
///
/// Each run has exactly one verdict, its last event, and its events are numbered without a gap. It
/// has a second attempt only when the server died under it, and ends as `INTERNAL_ERROR` only when
/// that happened twice. A program that was released and killed is judged as one that died; no other
/// kill shows in a verdict. Output is whole, and that of the attempt with the verdict alone. In the
/// end no process, temporary folder or control group is left.
///
/// A server can die in the moment between a program's last line and its verdict: that attempt has
/// no end, the next one repeats it, and the earlier lines are dropped. Those are counted.
///
/// `java src/bench/Kills.java [--kills 1000] [--server-kills 20] [--minutes 15] [--at-once 3]
/// [--seed N]`, from the top folder. Exits with 1 on any violation, and keeps the server's home then.
public class Kills {
  private static final Duration LAST_RUNS = Duration.ofSeconds(90);
  private static final Duration DEATH = Duration.ofSeconds(15);

  /// Of the time, this share is for killing; the rest for the last runs and for asking.
  private static final double KILLING = 0.8;

  private static final double COMPILERS = 0.15;

  /// All that we have started, by their numbers.
  private static final Set<Long> SERVERS = new HashSet<>();

  private static final String KILLED = "signal 9 (SIGKILL)";

  private final Random random;
  private final Path home;
  private final Api api = new Api();
  private final ConcurrentLinkedQueue<Accepted> accepted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger nonces = new AtomicInteger();
  private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Integer> kills = new TreeMap<>();
  private final Map<String, Integer> verdicts = new TreeMap<>();
  private final Set<String> ours = new HashSet<>();
  private int childKills;
  private int secondAttempts;
  private int cutBeforeVerdict;

  /// Number of deaths of the server so far: those that have begun, and those that are over. A run may
  /// have been under way during those that were not over when it was sent, up to those that had begun
  /// when it was seen finished.
  private volatile int deaths;

  private volatile int deathsOver;

  private volatile Server server;
  private volatile boolean enough;

  Kills(long seed, Path home) {
    this.random = new Random(seed);
    this.home = home;
  }

  /// A program and what it must come to.
  record Program(String source, String verdict, String output) {
    static Program of(int nonce, int millis) {
      if (nonce % 10 == 0) {
        return new Program("void main() { int answer = \"" + nonce + "\"; }", "COMPILE_ERROR", "");
      }
      var work =
          nonce % 3 == 0
              ? "long end = System.nanoTime() + %d_000_000L; while (System.nanoTime() < end) {}"
              : "Thread.sleep(%d);";
      return new Program(
          "void main() throws Exception { IO.println(\"start %d\"); %s IO.println(\"done %d\"); }"
              .formatted(nonce, work.formatted(millis), nonce),
          "OK",
          "start %d\ndone %d\n".formatted(nonce, nonce));
    }

    String lastLine() {
      return output.substring(output.indexOf('\n') + 1);
    }
  }

  /// A run that the server has answered with 201.
  ///
  /// @param deathsBefore those of the server by the time it was sent
  private static final class Accepted {
    final String id;
    final Program program;
    final int deathsBefore;
    volatile int deathsAfter = -1;

    Accepted(String id, Program program, int deathsBefore) {
      this.id = id;
      this.program = program;
      this.deathsBefore = deathsBefore;
    }
  }

  public static void main(String[] args) throws Exception {
    long seed = Long.parseLong(option(args, "--seed", Long.toString(System.nanoTime() & 0xffffff)));
    int count = Integer.parseInt(option(args, "--kills", "1000"));
    int serverKills = Integer.parseInt(option(args, "--server-kills", "20"));
    double minutes = Double.parseDouble(option(args, "--minutes", "15"));
    int atOnce = Integer.parseInt(option(args, "--at-once", "3"));
    Server.build();
    var home = Files.createTempDirectory("kills-home");
    var kills = new Kills(seed, home);
    IO.println(
        "seed %d, %d kills, %d of them of the server; %d runs at a time"
            .formatted(seed, count, serverKills, atOnce));
    kills.run(count, serverKills, atOnce, Duration.ofMillis((long) (minutes * 60_000)));
    kills.report();
    boolean fine = kills.violations.isEmpty();
    if (fine) {
      new ProcessBuilder("rm", "-rf", home.toString()).inheritIO().start().waitFor();
    } else {
      IO.println("the server's home is kept: " + home);
    }
    System.exit(fine ? 0 : 1);
  }

  private void run(int count, int serverKills, int atOnce, Duration time) throws Exception {
    var began = Instant.now();
    var before = Leftovers.now(home);
    server = Server.start(home);
    SERVERS.add(server.pid());
    awaitUp();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stopServer));
    var clients = new ArrayList<Thread>();
    for (int i = 0; i < atOnce; i++) {
      clients.add(Thread.ofPlatform().daemon().name("client " + i).start(this::submit));
    }
    var killing = Duration.ofMillis((long) (time.toMillis() * KILLING));
    killAll(count, serverKills, began.plus(killing));
    enough = true;
    for (var client : clients) {
      client.join();
    }
    for (var run : accepted) {
      examine(run);
    }
    IO.println("server and runs took " + Duration.between(began, Instant.now()).toSeconds() + " s");
    if (!server.stop()) {
      violations.add("the server does not stop");
    }
    awaitNone("after the end");
    var left = Leftovers.now(home).beyond(before);
    // Other servers train their caches beside ours, which takes them less than a minute.
    for (int i = 0; i < 60 && !left.isEmpty(); i++) {
      pause(1_000);
      left = Leftovers.now(home).beyond(before);
    }
    violations.addAll(left);
    if (Duration.between(began, Instant.now()).compareTo(time) > 0) {
      violations.add("it took longer than " + time.toMinutes() + " minutes");
    }
  }

  /// However we end; the database would otherwise stay.
  private void stopServer() {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- runs

  private void submit() {
    var mine = new Random(nonces.get() * 31L + Thread.currentThread().threadId());
    while (!enough) {
      int nonce = nonces.incrementAndGet();
      int millis = mine.nextInt(3) == 0 ? 300 + mine.nextInt(700) : mine.nextInt(50);
      var program = Program.of(nonce, millis);
      try {
        int sentAt = deathsOver;
        var run = new Accepted(api.post(server.base(), program.source()), program, sentAt);
        accepted.add(run);
        follow(run);
      } catch (IOException down) {
        // Not accepted; the server is just dying or not up again.
        pause(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void follow(Accepted run) throws InterruptedException {
    var deadline = Instant.now().plus(LAST_RUNS);
    int seenDeaths = deaths;
    while (run.deathsAfter < 0 && Instant.now().isBefore(deadline)) {
      pause(30);
      int now = deaths;
      if (now != seenDeaths) {
        seenDeaths = now;
        deadline = Instant.now().plus(LAST_RUNS);
      }
      try {
        var seen = api.get(server.base(), "/api/v1/runs/" + run.id);
        if (Api.text(seen, "state").equals("FINISHED")) {
          run.deathsAfter = deaths;
        }
      } catch (IOException down) {
        pause(100);
      }
    }
  }

  // ---- kills

  private void killAll(int count, int serverKills, Instant end) throws Exception {
    var ofServer = new HashSet<Integer>();
    while (ofServer.size() < serverKills) {
      ofServer.add(random.nextInt(count));
    }
    for (int i = 0; i < count; i++) {
      long left = Math.max(0, Duration.between(Instant.now(), end).toMillis());
      // Evenly over what is left of the time, but never a rest of more than a second.
      pause((long) (random.nextDouble() * Math.min(1_000, 2.0 * left / (count - i))));
      if (ofServer.contains(i)) {
        killServer();
      } else {
        killOne();
      }
      if ((i + 1) % 100 == 0) {
        IO.println("%d kills, %d runs accepted".formatted(i + 1, accepted.size()));
      }
    }
  }

  private void killServer() throws Exception {
    var dying = server;
    server.sandboxes().forEach(sandbox -> ours.add(runtime(sandbox)));
    // First, so that whoever finds a run finished after this death knows of it.
    deaths++;
    dying.kill();
    deathsOver = deaths;
    kills.merge("server", 1, Integer::sum);
    pause(random.nextInt(300));
    server = Server.start(home);
    SERVERS.add(server.pid());
    awaitNone("after the server was killed");
    awaitUp();
  }

  /// It is up when it takes runs; one whose every sandbox is killed as it comes up never is.
  private void awaitUp() throws InterruptedException {
    while (true) {
      try {
        api.get(server.base(), "/q/health/ready");
        return;
      } catch (IOException notYet) {
        pause(50);
      }
    }
  }

  private void killOne() throws IOException {
    boolean compilers = random.nextDouble() < COMPILERS;
    boolean used = random.nextBoolean();
    for (int tries = 0; tries < 1_000; tries++) {
      var all =
          server.sandboxes().stream().filter(sandbox -> sandbox.compiler() == compilers).toList();
      var inUse = all.stream().filter(Server.Sandbox::inUse).toList();
      var targets = used && !compilers && !inUse.isEmpty() ? inUse : all;
      // The last one stays: where all are killed all the time nothing ever runs.
      if (all.size() > 1) {
        var sandbox = targets.get(random.nextInt(targets.size()));
        int place = random.nextInt(sandbox.processes().size());
        var kind =
            sandbox.compiler()
                ? "compiler"
                : sandbox.processes().size() < 3
                    ? "child JVM, coming up"
                    : sandbox.inUse() ? "child JVM, in use" : "child JVM, idle";
        var target = ProcessHandle.of(sandbox.processes().get(place));
        if (target.isPresent() && target.get().destroyForcibly()) {
          kills.merge(kind, 1, Integer::sum);
          kills.merge(
              "  by its " + List.of("bubblewrap", "first process", "java").get(place),
              1,
              Integer::sum);
          childKills += sandbox.compiler() ? 0 : 1;
          return;
        }
      }
      pause(20);
    }
    throw new IOException("nothing to kill: the server has no sandboxes to spare");
  }

  /// Sandboxes of ours whose server is gone.
  private void awaitNone(String when) throws IOException {
    var deadline = Instant.now().plus(DEATH);
    var orphans = orphans();
    while (!orphans.isEmpty() && Instant.now().isBefore(deadline)) {
      pause(50);
      orphans = orphans();
    }
    orphans.forEach(orphan ->
        violations.add(when + " a sandbox is left: " + orphan + " " + Server.command(orphan)));
  }

  private List<Long> orphans() throws IOException {
    return Server.allProcesses().stream()
        .filter(pid -> Server.parent(pid) == 1)
        .filter(pid -> {
          var command = Server.command(pid);
          return ours.stream().anyMatch(command::contains);
        })
        .toList();
  }

  /// The folder with the class files of this build: other servers' sandboxes have other ones.
  private static String runtime(Server.Sandbox sandbox) {
    return Arrays.stream(sandbox.command().split(" "))
        .filter(word -> word.contains("/runtime-"))
        .findFirst()
        .orElseThrow();
  }

  // ---- what became of the runs

  private void examine(Accepted run) throws Exception {
    var seen = api.get(server.base(), "/api/v1/runs/" + run.id);
    var state = Api.text(seen, "state");
    var verdict = Api.text(seen, "verdict");
    verdicts.merge(verdict.isEmpty() ? state : verdict, 1, Integer::sum);
    if (!state.equals("FINISHED")) {
      violation(run, "is still " + state);
      return;
    }
    if (run.deathsAfter < 0) {
      violation(run, "took longer than " + LAST_RUNS.toSeconds() + " s");
      run.deathsAfter = deaths;
    }
    int attempt = Api.number(seen, "attempt");
    int died = run.deathsAfter - run.deathsBefore;
    boolean signalled = Api.text(seen, "explanation").contains(KILLED);
    if (attempt > 1) {
      secondAttempts++;
    }
    if (attempt > 2 || attempt > 1 + died) {
      violation(run, "has attempt " + attempt + ", and the server died " + died + " times");
    }
    if (verdict.equals("INTERNAL_ERROR") ? died < 2 : !right(run, verdict, signalled)) {
      violation(run, "got " + verdict + ": " + Api.text(seen, "explanation"));
    }
    events(run, attempt, verdict, died);
    var stdout = Api.text(api.get(server.base(), "/api/v1/runs/" + run.id + "/output"), "stdout");
    if (!whole(run, verdict, stdout)) {
      violation(run, "has the output " + stdout);
    }
  }

  private static boolean right(Accepted run, String verdict, boolean signalled) {
    return verdict.equals(run.program.verdict())
        || (verdict.equals("RUNTIME_ERROR") && signalled && run.program.verdict().equals("OK"));
  }

  /// All of it with the right verdict, the beginning of it otherwise.
  private static boolean whole(Accepted run, String verdict, String stdout) {
    return verdict.equals(run.program.verdict())
        ? stdout.equals(run.program.output())
        : run.program.output().startsWith(stdout);
  }

  private void events(Accepted run, int attempt, String verdict, int died) throws Exception {
    var events = api.events(server.base(), run.id);
    int last = 0;
    for (int i = 0; i < events.size(); i++) {
      var event = events.get(i);
      if (event.seq() != i + 1) {
        violation(run, "has event " + event.seq() + " in place " + (i + 1));
      }
      if (event.attempt() != last && (event.attempt() != last + 1 || !event.type().equals("state"))) {
        violation(run, "goes from attempt " + last + " to " + event.attempt() + " by " + event.type());
      }
      last = event.attempt();
    }
    var ends = events.stream().filter(event -> event.type().equals("verdict")).toList();
    if (ends.size() != 1 || ends.getFirst() != events.getLast() || last != attempt) {
      violation(run, "has " + ends.size() + " verdicts, and attempt " + last + " as its last");
    } else if (!Api.text(ends.getFirst().data(), "verdict").equals(verdict)) {
      violation(run, "has another verdict among its events: " + ends.getFirst().data());
    }
    for (int i = 1; i <= attempt; i++) {
      int number = i;
      var stdout =
          events.stream()
              .filter(event -> event.attempt() == number && event.type().equals("stdout"))
              .map(event -> Api.text(event.data(), "text"))
              .collect(Collectors.joining());
      if (i == attempt ? !whole(run, verdict, stdout) : !run.program.output().startsWith(stdout)) {
        violation(run, "wrote in attempt " + i + ": " + stdout);
      } else if (i < attempt && !stdout.isEmpty() && stdout.equals(run.program.output())) {
        // It has no verdict: its server died right then. Where none died it ran twice, as told above.
        cutBeforeVerdict++;
      }
    }
    boolean released =
        events.stream()
            .anyMatch(event ->
                event.attempt() == attempt
                    && event.type().equals("state")
                    && Api.text(event.data(), "state").equals("RUNNING"));
    if (verdict.equals("RUNTIME_ERROR") && !released) {
      violation(run, "was judged without having been released");
    }
  }

  private void violation(Accepted run, String what) {
    violations.add(
        "run %s (server deaths %d to %d) %s"
            .formatted(run.id, run.deathsBefore, run.deathsAfter, what.strip()));
  }

  private void report() {
    int signalled = verdicts.getOrDefault("RUNTIME_ERROR", 0);
    if (signalled > childKills) {
      violations.add(signalled + " programs died of a signal, but only " + childKills + " were killed");
    }
    IO.println("\n| killed | times |\n|---|---|");
    kills.forEach((what, times) -> IO.println("| %s | %d |".formatted(what, times)));
    IO.println("\n| runs | |\n|---|---|");
    IO.println("| accepted | %d |".formatted(accepted.size()));
    verdicts.forEach((verdict, runs) -> IO.println("| %s | %d |".formatted(verdict, runs)));
    IO.println("| in a second attempt | %d |".formatted(secondAttempts));
    IO.println("| cut between last line and verdict | %d |".formatted(cutBeforeVerdict));
    IO.println("| violations | %d |".formatted(violations.size()));
    violations.forEach(IO::println);
  }

  /// What a server could leave on the machine.
  ///
  /// @param folders begun and not finished, beside the folders that sandboxes read
  /// @param groups control groups of our servers
  /// @param mounts mount points
  record Leftovers(Set<String> folders, Set<String> groups, Set<String> mounts) {
    static Leftovers now(Path home) throws IOException {
      return new Leftovers(
          Arrays.asList(Path.of("/var/lib/threadmill"), home.resolve("runner")).stream()
              .flatMap(folder -> found(folder, 1, "partial-"))
              .collect(Collectors.toSet()),
          SERVERS.stream()
              .flatMap(pid -> found(Path.of("/sys/fs/cgroup"), 8, "threadmill-" + pid + "-"))
              .collect(Collectors.toSet()),
          Files.readAllLines(Path.of("/proc/self/mounts")).stream()
              .filter(mount -> mount.contains(home.toString()) || mount.contains("/var/lib/threadmill"))
              .collect(Collectors.toSet()));
    }

    private static java.util.stream.Stream<String> found(Path folder, int depth, String prefix) {
      try (var files = Files.walk(folder, depth)) {
        return files
            .filter(file -> file.getFileName().toString().startsWith(prefix))
            .map(Path::toString)
            .toList()
            .stream();
      } catch (IOException | java.io.UncheckedIOException gone) {
        return java.util.stream.Stream.of();
      }
    }

    List<String> beyond(Leftovers before) {
      var left = new ArrayList<String>();
      for (var now : List.of(folders, groups, mounts)) {
        now.stream()
            .filter(it -> !before.folders.contains(it))
            .filter(it -> !before.groups.contains(it))
            .filter(it -> !before.mounts.contains(it))
            .forEach(it -> left.add("left: " + it));
      }
      return left;
    }
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(millis * 1_000_000);
  }

  private static String option(String[] args, String name, String otherwise) {
    int at = Arrays.asList(args).indexOf(name);
    return at >= 0 && at + 1 < args.length ? args[at + 1] : otherwise;
  }
}
