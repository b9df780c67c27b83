package threadmill.runner.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import threadmill.harness.web.WebServer;
import threadmill.runner.kernel.Processes;

/// Writes the command that becomes a sandbox: layer by layer, from the limits outside to the JVM.
///
/// @param userIfRoot the user and group that a sandbox of root becomes
record SandboxCommand(Host host, RuntimeFiles files, int userIfRoot) {
  private static final String JDK = "/jdk";
  private static final String AOT = "/aot";
  private static final String AOT_CACHE = AOT + "/" + Training.CACHE;

  private static final int POPULATED_HEAP_MIB = 24;

  /// The whole of it, beginning with limits in the words of `ulimit`, for a shell that sets them.
  List<String> of(SandboxSpec spec, Mark mark) {
    var command = new ArrayList<String>();
    command.addAll(limited(spec));
    command.addAll(unprivileged());
    command.addAll(isolated(spec, mark));
    command.addAll(limitedInside(spec));
    command.addAll(java(spec));
    return command;
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
    bind(command, files.folder(), RuntimeFiles.INSIDE);
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

  /// The JVM that runs in it.
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
}
