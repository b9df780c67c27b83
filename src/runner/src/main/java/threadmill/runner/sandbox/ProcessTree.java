package threadmill.runner.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import threadmill.runner.kernel.ProcFile;
import threadmill.runner.kernel.SystemCallException;

/// The processes of one sandbox, found from outside by their parents.
///
/// A look lists `/proc` and reads the parents of processes that are new since the look before; a
/// process that its parent left behind belongs to the namespace's first process, and so still to
/// us.
///
/// A storm of processes leaves the watcher little of a core. So the files that tell a parent are
/// read as cheaply as can be, and a look ends when it has found too many tasks.
///
/// Implementation note: used by one thread.
public final class ProcessTree {
  private static final Path PROC = Path.of("/proc");

  private final long root;
  private final Set<Long> bubblewraps = new HashSet<>();
  private final ProcFile.Buffer buffer = new ProcFile.Buffer();

  /// Members with the number of their threads when those were last read.
  private final Map<Long, Integer> members = new HashMap<>();

  private final Set<Long> strangers = new HashSet<>();

  ProcessTree(long root) {
    this.root = root;
    members.put(root, 1);
    bubblewraps.add(root);
  }

  /// What all processes use together.
  ///
  /// @param jvms processes beside bubblewrap's own
  /// @param threads tasks of those, and of what has ended and was not yet reaped
  /// @param residentBytes their resident memory, pages that they share counted for each
  /// @param peakBytes sum of the largest that each has been
  public record Usage(int jvms, int threads, long residentBytes, long peakBytes) {}

  public Usage look() {
    return look(Integer.MAX_VALUE);
  }

  /// Looks until more than so many tasks were found; of memory nothing is told then.
  public Usage look(int mostThreads) {
    int crowd = refresh(mostThreads);
    if (crowd > mostThreads) {
      return new Usage(members.size() - bubblewraps.size(), crowd, 0, 0);
    }
    int jvms = 0;
    int threads = 0;
    long resident = 0;
    long peak = 0;
    for (long pid : members.keySet()) {
      // Not by their name, which every process can give itself.
      if (!bubblewraps.contains(pid)) {
        var status = status(pid);
        threads += (int) number(status, "Threads:");
        jvms += status.contains("\nVmRSS:") ? 1 : 0;
        resident += number(status, "VmRSS:") << 10;
        peak += number(status, "VmHWM:") << 10;
      }
    }
    return new Usage(jvms, threads, resident, peak);
  }

  /// Finds the processes that have come.
  ///
  /// @return tasks that there are at least
  private int refresh(int mostThreads) {
    var all = new TreeSet<Long>();
    try (var entries = Files.newDirectoryStream(PROC, "[1-9]*")) {
      entries.forEach(entry -> all.add(Long.valueOf(entry.getFileName().toString())));
    } catch (IOException e) {
      throw new IllegalStateException("no /proc on this machine", e);
    }
    members.keySet().retainAll(all);
    strangers.retainAll(all);
    all.removeAll(members.keySet());
    all.removeAll(strangers);
    int crowd = known();
    // A child's number may be below its parent's, so ask again while somebody is found. One whose
    // parent ended meanwhile stays unknown until the next look: its parent is then ours, or not.
    boolean found = true;
    while (found) {
      found = false;
      for (var unknown = all.iterator(); unknown.hasNext(); ) {
        long pid = unknown.next();
        if (place(pid)) {
          unknown.remove();
          found = true;
          crowd += bubblewraps.contains(pid) ? 0 : members.getOrDefault(pid, 0);
          if (crowd > mostThreads) {
            return crowd;
          }
        }
      }
    }
    return crowd;
  }

  /// Tasks of the members that are there still. Threads may have ended; a process that had one has
  /// that one.
  private int known() {
    int tasks = 0;
    for (var member : members.entrySet()) {
      if (!bubblewraps.contains(member.getKey())) {
        if (member.getValue() > 1) {
          member.setValue(Math.max(1, Stat.of(member.getKey(), buffer).threads()));
        }
        tasks += member.getValue();
      }
    }
    return tasks;
  }

  /// Puts a process where its parent is; false where that is not known yet.
  private boolean place(long pid) {
    var stat = Stat.of(pid, buffer);
    if (stat.parent() == root) {
      // The namespace's first process. Nobody else has a parent outside of the namespace.
      bubblewraps.add(pid);
    }
    if (members.containsKey(stat.parent())) {
      members.put(pid, Math.max(1, stat.threads()));
      return true;
    }
    return (stat.parent() == 0 || strangers.contains(stat.parent())) && strangers.add(pid);
  }

  /// What `/proc/PID/stat` tells of a process.
  ///
  /// @param parent its number, or -1 when the process is gone
  private record Stat(long parent, int threads) {
    private static final Stat GONE = new Stat(-1, 0);

    /// Numbers between the parent and the number of threads.
    private static final int BETWEEN = 15;

    static Stat of(long pid, ProcFile.Buffer buffer) {
      try (var file = ProcFile.open(PROC + "/" + pid + "/stat", buffer)) {
        if (!file.read()) {
          return GONE;
        }
        file.afterName();
        long parent = file.number();
        for (int i = 0; i < BETWEEN; i++) {
          file.number();
        }
        return new Stat(parent, (int) file.number());
      } catch (SystemCallException gone) {
        return GONE;
      }
    }
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
