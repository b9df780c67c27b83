package threadmill.runner.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import threadmill.harness.web.WebServer;
import threadmill.runner.RunnerException;
import threadmill.runner.kernel.Processes;
import threadmill.runner.timeline.Recorder;

/// Starts sandboxes.
///
/// Implementation note: immutable but for `starter`, a single platform thread that lives as long as
/// this object. All sandboxes are started from it, because the kernel kills a `--die-with-parent`
/// child when the *thread* that started it ends.
public final class Sandboxes implements AutoCloseable {
  /// Where our class files are inside a sandbox.
  static final String RUNTIME = "/threadmill";

  private static final String JDK = "/jdk";
  private static final String AOT = "/aot";
  private static final String AOT_CACHE = AOT + "/" + Training.CACHE;

  /// Waits at the gate for its line, opens the control pipes and the filter, limits itself, becomes
  /// the sandbox. Each program that is started on the way there costs milliseconds.
  private static final String GATED =
      """
      IFS= read -r _ && exec 3<"$1" 4>"$2" 9<"$3" || exit 125
      shift 3
      while [ "$1" != -- ]; do ulimit "$1" "$2" || exit 125; shift 2; done
      shift
      exec "$@"
      """;

  private final Host host;
  private final RuntimeFiles files;
  private final int userIfRoot;
  private final Opener recorders;
  private final UnaryOperator<List<String>> built;
  private final Cgroups cgroups;
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("sandbox-starter").factory());

  /// How often somebody may kill a sandbox that is coming up before we give up.
  private static final int ATTEMPTS = 10;

  private static final int POPULATED_HEAP_MIB = 24;

  private static final int KILLED = 128 + 9;

  /// Sees a sandbox come up, until it is of use to its owner.
  @FunctionalInterface
  public interface Rise<T> {
    /// Waits until it is up.
    ///
    /// @throws IOException when it ended meanwhile
    T of(Sandbox sandbox) throws IOException;
  }

  /// Opens the recorder of a sandbox that still waits at its gate.
  @FunctionalInterface
  public interface Opener {
    Recorder open(long pid);
  }

  public Sandboxes(Path home, int userIfRoot, Opener recorders) {
    this(home, userIfRoot, recorders, UnaryOperator.identity(), Cgroups.find());
  }

  /// For tests of what each wall is good for, which build sandboxes that lack one. Nothing else can
  /// reach this.
  ///
  /// @param built makes another command of the one that becomes the sandbox
  Sandboxes(
      Path home,
      int userIfRoot,
      Opener recorders,
      UnaryOperator<List<String>> built,
      Cgroups cgroups) {
    this.host = Host.find();
    this.files = RuntimeFiles.stage(home);
    this.userIfRoot = userIfRoot;
    this.recorders = recorders;
    this.built = built;
    this.cgroups = cgroups;
    Mark.reap();
  }

  /// Starts a sandbox of one's own and sees it come up; another one where somebody kills it
  /// meanwhile, since it has done nothing yet.
  ///
  /// @return what its owner makes of it, and closes with it
  /// @throws NotStartedException when it ended by itself, or was killed again and again
  public <T> T start(SandboxSpec spec, Rise<T> rise) throws NotStartedException {
    for (int attempt = 1; ; attempt++) {
      var sandbox = start(spec);
      try {
        return rise.of(sandbox);
      } catch (IOException e) {
        boolean again = sandbox.wasKilled() && attempt < ATTEMPTS;
        var said = sandbox.lastWords();
        sandbox.close();
        if (!again) {
          throw new NotStartedException(sandbox.exitCode(), said, e);
        }
      } catch (RuntimeException e) {
        sandbox.close();
        throw e;
      }
    }
  }

  /// Starts a sandbox of one's own; it is used once and closed.
  public Sandbox start(SandboxSpec spec) {
    try {
      return starter.submit(() -> launched(spec)).get();
    } catch (ExecutionException e) {
      throw new RunnerException("cannot start a sandbox", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunnerException("interrupted while starting a sandbox", e);
    }
  }

  /// The same kind of sandbox with an ahead-of-time cache, which is trained now where there is none
  /// yet; that takes seconds, once for each version of JDK, switches and our own classes.
  ///
  /// @param trainer makes one such sandbox do what the others will; it ends by itself then
  public SandboxSpec trained(SandboxSpec spec, Training.Trainer trainer) {
    return new Training(this, host, files).of(spec, trainer);
  }

  /// What the JVM of a sandbox is started with.
  public List<String> jvmOptions(SandboxSpec spec) {
    return java(spec).stream().skip(1).toList();
  }

  /// Where one of our modules is inside a sandbox, for its module or class path.
  public String module(String name) {
    return RuntimeFiles.inside(name);
  }

  private Sandbox launched(SandboxSpec spec) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return launch(spec);
      } catch (KilledAtGateException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Sandbox launch(SandboxSpec spec) throws IOException {
    var mark = Mark.next();
    var pipes = new ControlPipes();
    Process process = null;
    Recorder recorder = null;
    Cgroup group = null;
    try {
      var command = new ArrayList<>(List.of("/bin/sh", "-c", GATED, "sandbox"));
      command.add(pipes.childInput());
      command.add(pipes.childOutput());
      command.add(files.filter().toString());
      command.addAll(built.apply(sandbox(spec, mark)));
      var builder = new ProcessBuilder(command);
      builder.environment().clear();
      process = builder.start();
      recorder = spec.recorded() ? recorders.open(process.pid()) : null;
      group = group(process, spec);
      var sandbox = new Sandbox(spec, process, pipes, recorder, group, mark);
      sandbox.openGate();
      return sandbox;
    } catch (IOException | RuntimeException e) {
      boolean killed = process != null && hasBeenKilled(process);
      if (process != null) {
        process.destroyForcibly();
      }
      try (var _ = recorder;
          var _ = group;
          var _ = pipes) {
        if (killed) {
          throw new KilledAtGateException(e);
        }
        throw e;
      }
    }
  }

  /// Whether a process that fails us has been killed; a dying one is gone within moments.
  private static boolean hasBeenKilled(Process process) {
    try {
      return process.waitFor(100, TimeUnit.MILLISECONDS) && process.exitValue() == KILLED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Somebody killed a sandbox before it was let through its gate.
  private static final class KilledAtGateException extends IOException {
    private static final long serialVersionUID = 1;

    KilledAtGateException(Throwable cause) {
      super("killed at its gate", cause);
    }
  }

  /// The command that becomes the sandbox.
  private List<String> sandbox(SandboxSpec spec, Mark mark) {
    var command = new ArrayList<String>();
    command.addAll(limited(spec));
    command.addAll(unprivileged());
    command.addAll(isolated(spec, mark));
    command.addAll(limitedInside(spec));
    command.addAll(java(spec));
    return command;
  }

  /// None for the training of a cache, which takes more than runs do, and runs no foreign code.
  private Cgroup group(Process process, SandboxSpec spec) throws IOException {
    return spec.aot() instanceof Aot.Trains
        ? new Cgroup(List.of())
        : cgroups.around(process.pid(), spec.bounds());
  }

  /// Whether each sandbox has a control group of its own.
  public boolean grouped() {
    return cgroups.active();
  }

  /// What the control groups hold, or why there are none.
  public String groups() {
    return cgroups.state();
  }

  /// Never root: its processes escape `RLIMIT_NPROC`, and every file of root would be theirs.
  private List<String> unprivileged() {
    return Processes.isRoot()
        ? List.of(
            host.setpriv().toString(),
            "--reuid=" + userIfRoot,
            "--regid=" + userIfRoot,
            "--clear-groups",
            "--no-new-privs",
            "--")
        : List.of();
  }

  /// Limits in the words of POSIX's `ulimit`, and their end.
  private static List<String> limited(SandboxSpec spec) {
    var limits = new ArrayList<String>();
    limits.addAll(List.of("-d", Long.toString(spec.bounds().dataBytes() / 1024)));
    if (!(spec.aot() instanceof Aot.Trains)) {
      limits.addAll(List.of("-f", Long.toString(Bounds.TMPFS_BYTES / 512)));
    }
    limits.addAll(List.of("-n", "1024", "-c", "0"));
    var cpu = spec.bounds().cpu();
    if (cpu != null) {
      // Whole seconds, rounded up with one to spare: the supervisor's own, finer limit comes first.
      limits.addAll(List.of("-t", Long.toString(cpu.toSeconds() + 2)));
    }
    limits.add("--");
    return limits;
  }

  private List<String> isolated(SandboxSpec spec, Mark mark) {
    var command =
        new ArrayList<>(
            List.of(
                host.bwrap().toString(),
                "--unshare-all",
                "--unshare-user",
                "--hostname",
                "sandbox",
                "--die-with-parent",
                "--new-session",
                "--seccomp",
                "9",
                "--clearenv",
                "--unsetenv",
                mark.toString()));
    command.addAll(identity(spec.web()));
    // Without /proc the launcher does not find its own libraries. Not lib/server, which would make
    // it start itself once more.
    setenv(command, "LD_LIBRARY_PATH", JDK + "/lib");
    setenv(command, "LC_ALL", "C.UTF-8");
    setenv(command, "PATH", JDK + "/bin");
    // Without it every thread may reserve 64 MiB of its own, which RLIMIT_DATA counts.
    setenv(command, "MALLOC_ARENA_MAX", "2");
    // The C heap in huge pages where there are any: it grows by a call and a fault a page
    // otherwise.
    setenv(command, "MALLOC_TOP_PAD_", "4194304");
    setenv(command, "GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
    bind(command, host.jdk(), JDK);
    bind(command, files.folder(), RUNTIME);
    switch (spec.aot()) {
      case Aot.None() -> {}
      case Aot.Uses(var folder) -> bind(command, folder, AOT);
      case Aot.Trains(var folder, var _) ->
          command.addAll(List.of("--bind", folder.toString(), AOT));
    }
    bind(command, host.prlimit(), "/bin/prlimit");
    for (var library : host.libraries()) {
      bind(command, library, library.toString());
    }
    if (host.hugePages()) {
      bind(command, Host.HUGE_PAGES, Host.HUGE_PAGES.toString());
    }
    command.addAll(List.of("--dev", "/dev"));
    // Mapped shared, it would be memory that no limit of a process counts.
    bind(command, Path.of("/dev/null"), "/dev/zero");
    // The machine has some thousands of terminals for all; a program needs none.
    command.addAll(List.of("--tmpfs", "/dev/pts", "--remount-ro", "/dev/pts"));
    command.addAll(List.of("--size", Long.toString(Bounds.TMPFS_BYTES), "--tmpfs", "/tmp"));
    command.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp", "--"));
    return command;
  }

  /// Where there is no virtual web, an ordinary user in a second user namespace, which is the last
  /// one that can be made.
  ///
  /// A port below 1024 can be bound by the namespace that owns the network only, which is the first
  /// one, whose user bubblewrap makes root. So it is root there, without root's capabilities but
  /// the one to bind such ports; and that no other namespace can be made is left to the filter.
  private List<String> identity(boolean web) {
    if (web) {
      return List.of("--uid", "0", "--gid", "0", "--cap-add", "CAP_NET_BIND_SERVICE");
    }
    var ordinary = List.of("--uid", "1000", "--gid", "1000");
    return host.sysctls()
        ? Stream.concat(ordinary.stream(), Stream.of("--disable-userns")).toList()
        : ordinary;
  }

  /// `RLIMIT_NPROC` is set inside, where the new user namespace counts for this sandbox alone.
  private static List<String> limitedInside(SandboxSpec spec) {
    return List.of("/bin/prlimit", "--nproc=" + spec.bounds().tasks(), "--");
  }

  List<String> java(SandboxSpec spec) {
    var command = new ArrayList<String>();
    command.add(JDK + "/bin/java");
    command.addAll(
        List.of(
            "-Xmx" + spec.bounds().heapMiB() + "m",
            "-XX:+UseSerialGC",
            // What a JVM may use is what it is bound to, now and when that changes.
            "-XX:-UseContainerSupport",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:MaxMetaspaceSize=128m",
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+ErrorFileToStderr",
            // The JVM's own complaints do not belong into the program's output.
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--sun-misc-unsafe-memory-access=deny",
            "-Dstdin.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.home=/tmp",
            "-Djava.io.tmpdir=/tmp"));
    switch (spec.aot()) {
      case Aot.None() -> {}
      case Aot.Uses _ -> command.add("-XX:AOTCache=" + AOT_CACHE);
      case Aot.Trains(var _, var linked) -> {
        command.add("-XX:AOTCacheOutput=" + AOT_CACHE);
        command.add("-XX:" + (linked ? "+" : "-") + "AOTClassLinking");
      }
    }
    if (host.hugePages()) {
      command.addAll(populated(spec.bounds().heapMiB()));
    }
    if (spec.web()) {
      command.add("-Djdk.net.hosts.file=" + RuntimeFiles.HOSTS_INSIDE);
      command.add("-D" + WebServer.PROPERTY + "=true");
    }
    command.addAll(spec.java());
    return command;
  }

  /// Has the kernel give pages in bulk that would fault one by one otherwise: the ahead-of-time
  /// cache's, which are all written to when its classes are linked, and those of the heap's first
  /// part. Three in four faults of a start go, and with them flushes of the other cores' TLBs.
  private static List<String> populated(int heapMiB) {
    int first = Math.min(heapMiB, POPULATED_HEAP_MIB);
    return List.of(
        "-XX:+UseTransparentHugePages",
        "-XX:+AlwaysPreTouch",
        "-Xms" + first + "m",
        "-XX:NewSize=" + first / 2 + "m");
  }

  private static void setenv(List<String> command, String name, String value) {
    command.addAll(List.of("--setenv", name, value));
  }

  private static void bind(List<String> command, Path from, String to) {
    command.addAll(List.of("--ro-bind", from.toString(), to));
  }

  int userIfRoot() {
    return userIfRoot;
  }

  @Override
  public void close() {
    starter.close();
  }
}
