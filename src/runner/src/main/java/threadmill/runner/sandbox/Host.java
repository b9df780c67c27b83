package threadmill.runner.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import threadmill.runner.RunnerException;

/// What a sandbox needs of the machine: a JDK, the system libraries that it is linked with, and the
/// programs that build the sandbox.
///
/// @param jdk home of the JDK that student code runs on, the server's own
/// @param libraries files outside the JDK that the dynamic linker needs
/// @param sysctls whether a user namespace may be limited by its own `/proc/sys`, which a container
///   mounts read-only
/// @param hugePages whether a process may have pages of 2 MiB where it asks for them
record Host(
    Path jdk,
    Path bwrap,
    Path prlimit,
    Path setpriv,
    List<Path> libraries,
    boolean sysctls,
    boolean hugePages) {
  /// Where the JVM reads whether and of what size transparent huge pages are.
  static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage");

  private static final Path MOUNTS = Path.of("/proc/self/mounts");

  static Host find() {
    var jdk = Path.of(System.getProperty("java.home"));
    var prlimit = program("prlimit", "util-linux");
    return new Host(
        jdk,
        program("bwrap", "bubblewrap"),
        prlimit,
        program("setpriv", "util-linux"),
        libraries(jdk, prlimit),
        sysctlsAreWritable(),
        hugePagesAreGiven());
  }

  private static boolean hugePagesAreGiven() {
    try {
      return !Files.readString(HUGE_PAGES.resolve("enabled")).contains("[never]");
    } catch (IOException _) {
      return false; // a kernel that was built without them
    }
  }

  private static boolean sysctlsAreWritable() {
    try (var mounts = Files.lines(MOUNTS)) {
      return mounts.noneMatch(mount -> mount.startsWith("proc /proc/sys proc ro"));
    } catch (IOException e) {
      throw new RunnerException("cannot read " + MOUNTS, e);
    }
  }

  private static Path program(String name, String debianPackage) {
    return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new RunnerException(
                "%s is missing; install it, on Debian and Ubuntu with: apt-get install %s"
                    .formatted(name, debianPackage)));
  }

  private static List<Path> libraries(Path jdk, Path prlimit) {
    var command = new ArrayList<String>();
    command.add("ldd");
    command.add(prlimit.toString());
    command.add(jdk.resolve("bin/java").toString());
    try (var files = Files.walk(jdk.resolve("lib"))) {
      files
          .filter(file -> file.toString().endsWith(".so"))
          .map(Path::toString)
          .forEach(command::add);
      var ldd = new ProcessBuilder(command).redirectErrorStream(true).start();
      var found = new TreeSet<Path>();
      try (var lines = ldd.inputReader()) {
        lines.lines().forEach(line -> collect(line, jdk, found));
      }
      return List.copyOf(found);
    } catch (IOException e) {
      throw new RunnerException("cannot list the libraries of " + jdk + " with ldd", e);
    }
  }

  /// Takes the path of a line such as `libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f…)`.
  /// Libraries of windowing systems, which only AWT wants, stay out.
  private static void collect(String line, Path jdk, SequencedSet<Path> found) {
    for (var word : line.strip().split("\\s+", -1)) {
      if (word.startsWith("/") && !word.endsWith(":")) {
        var library = Path.of(word).normalize();
        if (!library.startsWith(jdk) && isCore(library.getFileName().toString())) {
          found.add(library);
        }
      }
    }
  }

  private static boolean isCore(String library) {
    return Stream.of(
            "ld-linux",
            "libc.",
            "libm.",
            "libdl.",
            "libpthread.",
            "librt.",
            "libz.",
            "libsmartcols.")
        .anyMatch(library::startsWith);
  }
}
