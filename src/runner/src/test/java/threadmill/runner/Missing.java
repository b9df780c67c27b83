package threadmill.runner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A layer of protection that can be left out of a runner, to see which programs it stops.
@SuppressWarnings({
  "EnumOrdinal",
  "ImmutableEnumChecker"
}) // the order is that of a table; lambdas here are pure
enum Missing {
  /// All is there: what differs now differs by itself.
  NOTHING(_ -> {}),

  PID_NAMESPACE(command -> {
    unshare(command, "--unshare-pid");
    // Keeps bubblewrap's two processes, by which the supervisor finds the program's.
    before(command, "--dev", "--lock-file", "/threadmill/lab.jar");
  }),
  NETWORK_NAMESPACE(command -> unshare(command, "--unshare-net")),
  IPC_NAMESPACE(command -> unshare(command, "--unshare-ipc")),
  UTS_NAMESPACE(command -> {
    unshare(command, "--unshare-uts");
    cut(command, "--hostname", 2);
  }),
  CGROUP_NAMESPACE(command -> unshare(command, "--unshare-cgroup-try")),
  USER_NAMESPACE_LIMIT(command -> cut(command, "--disable-userns", 1)),

  /// The host's folders are there too, read-only but for one.
  OWN_ROOT(command -> before(command, "--ro-bind", hostFolders())),
  NO_PROC(command -> before(command, "--dev", "--proc", "/proc")),
  OWN_DEV(command -> {
    before(command, "--dev", "--dev-bind", "/dev", "/dev");
    cut(command, "--dev", 2);
  }),
  NO_TERMINALS(command -> cut(command, 4, "--tmpfs", "/dev/pts")),
  NO_DEV_ZERO(command -> cut(command, 3, "--ro-bind", "/dev/null", "/dev/zero")),
  READ_ONLY_ROOT(command -> cut(command, 2, "--remount-ro", "/")),
  READ_ONLY_DEV(command -> cut(command, 2, "--remount-ro", "/dev")),
  READ_ONLY_BINDS(command -> Collections.replaceAll(command, "--ro-bind", "--bind")),
  TMPFS_SIZE(command -> cut(command, "--size", 2)),
  NEW_SESSION(command -> cut(command, "--new-session", 1)),
  EMPTY_ENVIRONMENT(command -> cut(command, "--clearenv", 1)),

  SECCOMP(command -> cut(command, "--seccomp", 2)),

  /// Root outside, still user 1000 inside a user namespace.
  ORDINARY_USER(command -> {
    int limits = command.indexOf("--") + 1;
    if (command.get(limits).endsWith("setpriv")) {
      command.subList(limits, limits + 6).clear();
    }
  }),

  RLIMIT_DATA(command -> cut(command, "-d", 2)),
  RLIMIT_FSIZE(command -> cut(command, "-f", 2)),
  RLIMIT_NOFILE(command -> cut(command, "-n", 2)),
  RLIMIT_CPU(command -> cut(command, "-t", 2)),
  RLIMIT_CORE(command -> cut(command, "-c", 2)),
  RLIMIT_NPROC(command -> cut(command, 3, "/bin/prlimit")),
  CONTROL_GROUP,

  WALL_TIME(Ending.WallLimit.class),
  CPU_TIME(Ending.CpuLimit.class),
  MEMORY_SUM(Ending.MemoryLimit.class),
  THREAD_COUNT(Ending.ThreadLimit.class),
  OUTPUT_LIMIT(Ending.OutputLimit.class),
  RESERVED_NAMES,

  NO_UNSAFE(command ->
      Collections.replaceAll(
          command,
          "--sun-misc-unsafe-memory-access=deny",
          "--sun-misc-unsafe-memory-access=allow")),
  NO_NATIVE_ACCESS(
      command -> before(command, "-Xlog:disable", "--enable-native-access=ALL-UNNAMED")),
  NO_ATTACHING(command -> cut(command, "-XX:+DisableAttachMechanism", 1)),
  NO_PERF_DATA(command -> cut(command, "-XX:-UsePerfData", 1));

  private static final List<String> HOST_FOLDERS =
      List.of("/etc", "/home", "/opt", "/srv", "/usr", "/var");

  private final Consumer<List<String>> command;
  private final Predicate<Ending> imposed;

  Missing() {
    this(_ -> {}, _ -> true);
  }

  Missing(Consumer<List<String>> command) {
    this(command, _ -> true);
  }

  Missing(Class<? extends Ending> limit) {
    this(_ -> {}, ending -> !limit.isInstance(ending));
  }

  Missing(Consumer<List<String>> command, Predicate<Ending> imposed) {
    this.command = command;
    this.imposed = imposed;
  }

  /// By the name that the table has for it, such as `pid-namespace`.
  static Missing of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// Takes it out of a sandbox's command.
  void from(List<String> words) {
    command.accept(words);
  }

  boolean imposes(Ending ending) {
    return imposed.test(ending);
  }

  /// Whether it is a part of a sandbox's command, and must be found there.
  boolean inCommand() {
    return ordinal() > NOTHING.ordinal()
        && this != CONTROL_GROUP
        && this != RESERVED_NAMES
        && (ordinal() < WALL_TIME.ordinal() || ordinal() > RESERVED_NAMES.ordinal());
  }

  private static void unshare(List<String> command, String namespace) {
    int all = command.indexOf("--unshare-all");
    if (all >= 0) {
      command.remove(all);
      command.addAll(
          all,
          List.of(
              "--unshare-pid",
              "--unshare-net",
              "--unshare-ipc",
              "--unshare-uts",
              "--unshare-cgroup-try"));
    }
    cut(command, namespace, 1);
  }

  /// Takes out so many words, from a certain one on.
  private static void cut(List<String> command, String first, int count) {
    cut(command, count, first);
  }

  /// Takes out so many words, which begin with these.
  private static void cut(List<String> command, int count, String... first) {
    int at = Collections.indexOfSubList(command, List.of(first));
    if (at >= 0) {
      command.subList(at, at + count).clear();
    }
  }

  private static void before(List<String> command, String word, String... more) {
    command.addAll(command.indexOf(word), List.of(more));
  }

  private static String[] hostFolders() {
    var binds = new ArrayList<String>();
    for (var folder : HOST_FOLDERS) {
      binds.addAll(List.of("--ro-bind-try", folder, folder));
    }
    // Where the canaries are.
    binds.addAll(List.of("--bind", "/var/tmp", "/var/tmp"));
    return binds.toArray(String[]::new);
  }
}
