package threadmill.runner.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/// The processes of one sandbox, found from outside by their parents.
///
/// A look lists `/proc` and reads the parents of processes that are new since the look before; a
/// process that its parent left behind belongs to the namespace's first process, and so still to
/// us.
///
/// Implementation note: used by one thread.
public final class ProcessTree {
  private static final Path PROC = Path.of("/proc");

  private final Set<Long> members = new HashSet<>();
  private final Set<Long> strangers = new HashSet<>();

  ProcessTree(long root) {
    members.add(root);
  }

  /// What all processes use together.
  ///
  /// @param jvms processes beside bubblewrap's own
  /// @param threads tasks of those
  /// @param residentBytes their resident memory, pages that they share counted for each
  /// @param peakBytes sum of the largest that each has been
  public record Usage(int jvms, int threads, long residentBytes, long peakBytes) {}

  public Usage look() {
    refresh();
    int jvms = 0;
    int threads = 0;
    long resident = 0;
    long peak = 0;
    for (long pid : members) {
      var status = status(pid);
      if (!status.startsWith("Name:\tbwrap") && status.contains("VmRSS:")) {
        jvms++;
        threads += (int) number(status, "Threads:");
        resident += number(status, "VmRSS:") << 10;
        peak += number(status, "VmHWM:") << 10;
      }
    }
    return new Usage(jvms, threads, resident, peak);
  }

  private void refresh() {
    var all = new TreeSet<Long>();
    try (var entries = Files.newDirectoryStream(PROC, "[1-9]*")) {
      entries.forEach(entry -> all.add(Long.valueOf(entry.getFileName().toString())));
    } catch (IOException e) {
      throw new IllegalStateException("no /proc on this machine", e);
    }
    members.retainAll(all);
    strangers.retainAll(all);
    all.removeAll(members);
    all.removeAll(strangers);
    // A child's number may be below its parent's, so ask again while somebody is found. One whose
    // parent ended meanwhile stays unknown until the next look: its parent is then ours, or not.
    boolean found = true;
    while (found) {
      found = all.removeIf(this::place);
    }
  }

  /// Puts a process where its parent is; false where that is not known yet.
  private boolean place(long pid) {
    var status = status(pid);
    long parent = number(status, "PPid:");
    if (members.contains(parent)) {
      return members.add(pid);
    }
    return !status.isEmpty() && (parent == 0 || strangers.contains(parent)) && strangers.add(pid);
  }

  /// Whether a process exists and is more than a zombie that nobody has reaped.
  static boolean runs(long pid) {
    var status = status(pid);
    return !status.isEmpty() && !status.contains("\nState:\tZ");
  }

  private static String status(long pid) {
    try {
      return Files.readString(PROC.resolve(pid + "/status"));
    } catch (IOException _) {
      return "";
    }
  }

  private static long number(String status, String field) {
    int at = status.indexOf("\n" + field);
    if (at < 0) {
      return 0;
    }
    int from = at + field.length() + 1;
    while (!Character.isDigit(status.charAt(from))) {
      from++;
    }
    int to = from;
    while (Character.isDigit(status.charAt(to))) {
      to++;
    }
    return Long.parseLong(status, from, to, 10);
  }
}
