package threadmill.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threadmill.runner.RunEvent.Output;
import threadmill.runner.sandbox.Sandboxes;
import threadmill.runner.sandbox.Weakened;
import threadmill.runner.sandbox.escape.SelfCheck;
import threadmill.runner.timeline.Recorders;
import threadmill.runner.timeline.Timeline.Source;

/// Runs the hostile corpus with a layer left out, or several, and prints a row of a Markdown table:
/// which programs got through, and which ended otherwise than their headers say but stayed in.
///
/// Only ever started by `src/bench/layers-off`, which bounds the memory and the processes of all
/// together, and keeps them from the machine's network, processes and temporary files.
///
/// Implementation note: programs run some at a time in a first round, and those that differed, or
/// could have caused what was seen, again and alone; only what differs twice is told. `inFlight` is
/// the programs of the moment.
final class LayersOff {
  /// Part of the name of the control group that the script makes.
  private static final String GROUP = "threadmill-layers";

  private static final int SANDBOX_USER = 64_998;
  private static final Duration COMPILE_LIMIT = Duration.ofSeconds(3);

  /// Most programs wait for most of their time.
  private static final int AT_ONCE = 4;

  /// Beyond its wall time and its compilation: a program that still runs then is cancelled.
  private static final Duration OVERTIME = Duration.ofSeconds(3);

  /// After that, whatever it left is killed, so that the runner comes back.
  private static final Duration CANCELLING = Duration.ofSeconds(6);

  private static final Duration DYING = Duration.ofSeconds(2);

  /// Resident memory, in terms of what a sandbox may have, that is no overshooting any more.
  private static final int TOO_MUCH = 2;

  private final List<Missing> missing;
  private final Sandboxes sandboxes;
  private final LocalRunner runner;
  private final Path home;
  private final Set<Program> inFlight = ConcurrentHashMap.newKeySet();

  /// Those that were found in a command, and taken out of it.
  private final Set<Missing> found = ConcurrentHashMap.newKeySet();

  private HostCanaries canaries;
  private @Nullable Process bystander;

  /// What became of a program.
  ///
  /// @param out whether it got through, or else only ended otherwise than expected
  /// @param toHost whether it was seen at things of the host, which one beside it may have done
  private record Difference(Program program, boolean out, boolean toHost, String what) {
    Difference(Program program, boolean out, String what) {
      this(program, out, false, what);
    }
  }

  private LayersOff(Path home, List<Missing> missing) throws IOException {
    this.home = home;
    this.missing = missing;
    var config = new RunnerConfig(home, true, SANDBOX_USER, COMPILE_LIMIT);
    this.sandboxes =
        Weakened.sandboxes(
            home,
            SANDBOX_USER,
            new Recorders(Source.PERF)::open,
            command -> {
              var changed = new ArrayList<>(command);
              for (var layer : missing) {
                var before = List.copyOf(changed);
                layer.from(changed);
                if (!before.equals(changed)) {
                  found.add(layer);
                }
              }
              return changed;
            },
            !missing.contains(Missing.CONTROL_GROUP));
    var all = Safeguards.all();
    this.runner =
        new LocalRunner(
            config,
            sandboxes,
            new Safeguards(
                _ -> List.of(),
                ending -> missing.stream().allMatch(layer -> layer.imposes(ending)),
                missing.contains(Missing.RESERVED_NAMES) ? _ -> Optional.empty() : all::offence));
    this.canaries = HostCanaries.put(home);
    this.bystander = stand();
  }

  /// Prints one row.
  ///
  /// @param args the layers, joined by `+`; then beginnings of names of programs, separated by
  ///   commas, or nothing for all; then names of programs to leave out
  public static void main(String... args) throws Exception {
    if (!Files.readString(Path.of("/proc/self/cgroup")).contains(GROUP)) {
      System.err.println("without a bound on memory this would harm the machine");
      System.exit(2);
    }
    var missing = Stream.of(args[0].split("\\+", -1)).map(Missing::of).toList();
    var wanted = List.of(args[1].split(",", -1));
    var except = List.of(args[2].split(",", -1));
    var programs =
        Program.all("hostile").stream()
            .filter(program -> wanted.stream().anyMatch(program.name()::startsWith))
            .filter(program -> !except.contains(program.name()))
            .toList();
    long began = System.nanoTime();
    var before = Leftovers.now().ofProgramsOnly();
    var off = new LayersOff(Files.createTempDirectory(Path.of("/var/tmp"), "layers"), missing);
    var check = off.selfCheck();
    var differences = off.round(programs);
    off.assertLeftOut();
    off.close();
    var left = left(before);
    System.out.printf(
        "| %s | %s | %s | %s | %d programs, %d s |%n",
        args[0],
        words(differences, true) + (left.isEmpty() ? "" : " *left behind: " + left + "*"),
        words(differences, false),
        check,
        programs.size(),
        Duration.ofNanos(System.nanoTime() - began).toSeconds());
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  /// Not every sandbox has every layer, so this is known only when all kinds of them were started.
  private void assertLeftOut() {
    for (var layer : missing) {
      if (layer.inCommand() && !found.contains(layer)) {
        throw new IllegalStateException(layer + " is not in a sandbox's command");
      }
    }
  }

  private static String words(List<Difference> differences, boolean out) {
    var words =
        differences.stream()
            .filter(difference -> difference.out() == out)
            .map(difference ->
                "`%s` (%s)".formatted(difference.program(), difference.what().replace("|", "/")))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "none" : words;
  }

  private static String left(Leftovers before) {
    try {
      Leftovers.assertSame(before);
      return "";
    } catch (AssertionError e) {
      return shortened(String.valueOf(e.getMessage()));
    }
  }

  /// Whether a runner that lacks this would take runs.
  private String selfCheck() {
    try {
      new SelfCheck(sandboxes).run();
      return "passes";
    } catch (RunnerException e) {
      var said = String.valueOf(e.getMessage());
      return "refuses: " + said.replaceAll(".* could ", "could ").replaceAll("[(;].*", "").strip();
    }
  }

  private List<Difference> round(List<Program> programs) throws Exception {
    var suspects = ConcurrentHashMap.<Program>newKeySet();
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var program : programs) {
        pool.execute(() -> {
          var beside = List.copyOf(inFlight);
          attempt(program)
              .ifPresent(difference -> {
                log("differs", difference);
                suspects.add(program);
                if (difference.toHost()) {
                  suspects.addAll(beside);
                  suspects.addAll(inFlight);
                }
              });
        });
      }
    }
    var differences = new ArrayList<Difference>();
    for (var program : programs) {
      if (suspects.contains(program)) {
        attempt(program)
            .ifPresent(difference -> {
              log("differs again", difference);
              differences.add(difference);
            });
      }
    }
    return differences;
  }

  private static void log(String how, Difference difference) {
    System.err.printf("%s %s: %s%n", difference.program(), how, difference.what());
  }

  private Optional<Difference> attempt(Program program) {
    inFlight.add(program);
    long began = System.nanoTime();
    try {
      return Optional.ofNullable(run(program));
    } finally {
      inFlight.remove(program);
      System.err.printf("%s took %d ms%n", program, (System.nanoTime() - began) / 1_000_000);
    }
  }

  private @Nullable Difference run(Program program) {
    var heard = new Heard();
    var order = program.order(canaries.places());
    var patience = order.limits().wall().plus(COMPILE_LIMIT).plus(OVERTIME);
    var running =
        CompletableFuture.supplyAsync(
            () -> runner.run(order, heard), task -> Thread.ofPlatform().daemon().start(task));
    try (var _ = Alarm.after(patience, () -> runner.cancel(order.id()))) {
      RunResult result;
      try {
        result = running.get(patience.plus(CANCELLING).toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        killStrangers();
        return new Difference(program, true, "holds up the runner");
      } catch (ExecutionException e) {
        killStrangers();
        return new Difference(
            program, true, "makes the runner fail: " + shortened(e.getCause() + ""));
      }
      return difference(program, result, heard, order);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Difference difference(
      Program program, RunResult result, Heard heard, RunOrder order) {
    var said = heard.text(Output.Stream.STDOUT) + heard.text(Output.Stream.STDERR);
    var harm = harm();
    if (said.contains("ESCAPED") || said.contains(canaries.secret())) {
      var first = said.lines().filter(line -> line.contains("ESCAPED")).findFirst();
      return new Difference(program, true, shortened(first.orElse("reads a canary")));
    }
    if (!harm.isEmpty()) {
      return new Difference(program, true, true, harm);
    }
    if (result.verdict() == Verdict.CANCELLED) {
      return new Difference(program, true, "goes on after its wall time");
    }
    long bound = (order.limits().heapMiB() + 384L) << 20;
    if (result.peakRssBytes() > TOO_MUCH * bound) {
      return new Difference(program, true, "takes %,d MiB".formatted(result.peakRssBytes() >> 20));
    }
    if (!program.verdicts().contains(result.verdict())) {
      return new Difference(
          program,
          result.verdict() == Verdict.OK,
          "%s for %s"
              .formatted(
                  result.verdict(),
                  program.verdicts().stream().map(Verdict::name).collect(Collectors.joining("/"))));
    }
    try {
      ProgramsTest.check(program, result, heard);
      return null;
    } catch (AssertionError e) {
      return new Difference(program, false, "prints or explains something else");
    }
  }

  /// What was done to things of the host since it was last asked; empty for nothing.
  private synchronized String harm() {
    try {
      canaries.assertUntouched();
    } catch (AssertionError | IOException e) {
      try {
        canaries.close();
        canaries = HostCanaries.put(home);
      } catch (IOException again) {
        throw new IllegalStateException(again);
      }
      return shortened(String.valueOf(e.getMessage()));
    }
    var standing = bystander;
    if (standing != null && !standing.isAlive()) {
      bystander = stand();
      return "kills a process of its user's outside";
    }
    // What was killed with its sandbox may take a moment to be gone.
    long deadline = System.nanoTime() + DYING.toNanos();
    while (!strangers().isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(20_000_000);
    }
    int strangers = killStrangers();
    return strangers == 0 ? "" : strangers + " processes live on";
  }

  /// A process of the sandboxes' own user that has nothing to do with them.
  private static Process stand() {
    var sleep = List.of("sleep", "infinity");
    var become =
        List.of("setpriv", "--reuid=" + SANDBOX_USER, "--regid=" + SANDBOX_USER, "--clear-groups");
    boolean root = "root".equals(System.getProperty("user.name"));
    try {
      return new ProcessBuilder(
              Stream.concat(root ? become.stream() : Stream.of(), sleep.stream()).toList())
          .start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Ends what belongs to nobody: the script gave us a process namespace, where the first process
  /// and our ancestors are all that was there before.
  private static int killStrangers() {
    var strangers = strangers();
    strangers.forEach(stranger -> {
      stranger.descendants().forEach(ProcessHandle::destroyForcibly);
      stranger.destroyForcibly();
    });
    return strangers.size();
  }

  private static List<ProcessHandle> strangers() {
    var own = ProcessHandle.current();
    var ours = own.descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
    for (var up = Optional.of(own); up.isPresent(); up = up.get().parent()) {
      ours.add(up.get().pid());
    }
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() > own.pid() && !ours.contains(process.pid()))
        // One that has just begun may have been too young for the first list.
        .filter(process -> process.parent().map(p -> p.pid() == 1).orElse(false))
        .filter(ProcessHandle::isAlive)
        .filter(process -> !isZombie(process))
        .toList();
  }

  private static boolean isZombie(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/status")).contains("State:\tZ");
    } catch (IOException _) {
      return true;
    }
  }

  private void close() throws IOException {
    var closing = Thread.ofPlatform().daemon().start(runner::close);
    try {
      closing.join(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    canaries.close();
    if (bystander != null) {
      bystander.destroyForcibly();
    }
    killStrangers();
  }

  private static String shortened(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() > 90 ? line.substring(0, 90) + "…" : line;
  }

  /// Names of all layers, for the script.
  static final class Names {
    private Names() {}

    public static void main(String... args) {
      Stream.of(Missing.values())
          .map(layer -> layer.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .forEach(System.out::println);
    }
  }
}
