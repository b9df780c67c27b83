package threadmill.runner.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A word that only the processes of one sandbox have in their command lines, by which they are
/// found when their parent is gone.
///
/// Bubblewrap dies with us, and its first child with bubblewrap, but not from the first moment: one
/// whose parent is killed before it has mapped their users waits for that for ever, and holds the
/// pipes open.
///
/// @param server the process that made it
/// @param number counts the sandboxes of that process
record Mark(long server, long number) {
  /// Counts from anywhere: another class loader of this process may have this class too.
  private static final AtomicLong MADE = new AtomicLong(new SecureRandom().nextLong(1L << 40));

  private static final Pattern ARGUMENT = Pattern.compile("\0threadmill-(\\d+)-(\\d+)\0");
  private static final Pattern PARENT = Pattern.compile("\nPPid:\\s*(\\d+)");

  /// Whom the kernel gives processes without a parent.
  private static final long ADOPTER = 1;

  static Mark next() {
    return new Mark(ProcessHandle.current().pid(), MADE.incrementAndGet());
  }

  /// As bubblewrap is given it: it unsets a variable that nobody has.
  @Override
  public String toString() {
    return "threadmill-" + server + "-" + number;
  }

  /// Kills all processes of this sandbox that bear it still: those that became no JVM.
  void kill() {
    processes().filter(pid -> of(pid).filter(this::equals).isPresent()).forEach(Mark::kill);
  }

  /// Kills what servers that were killed have left.
  static void reap() {
    processes()
        .filter(pid -> of(pid).filter(mark -> mark.server() != ADOPTER).isPresent())
        .filter(pid -> parent(pid) == ADOPTER)
        .forEach(Mark::kill);
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static Stream<Long> processes() {
    var names = new File("/proc").list();
    return names == null
        ? Stream.of()
        : Stream.of(names).filter(name -> Character.isDigit(name.charAt(0))).map(Long::valueOf);
  }

  private static Optional<Mark> of(long pid) {
    var mark = ARGUMENT.matcher(read(pid, "cmdline"));
    return mark.find()
        ? Optional.of(new Mark(Long.parseLong(mark.group(1)), Long.parseLong(mark.group(2))))
        : Optional.empty();
  }

  private static long parent(long pid) {
    var parent = PARENT.matcher(read(pid, "status"));
    return parent.find() ? Long.parseLong(parent.group(1)) : 0;
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException gone) {
      return "";
    }
  }
}
