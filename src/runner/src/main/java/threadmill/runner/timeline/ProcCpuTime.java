package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import threadmill.runner.kernel.NewestId;
import threadmill.runner.kernel.ProcFile;
import threadmill.runner.kernel.ProcessClock;
import threadmill.runner.kernel.TaskFiles;

/// CPU time as the sum over a sandbox's processes: each one's clock, and for those that were not
/// caught alive what their parent was charged for them, which counts in steps of 10 ms.
///
/// Shared between the recording thread, which looks often so that little is missed when a process
/// ends, and whoever asks; its own monitor guards all of it.
final class ProcCpuTime implements CpuTime {
  private static final long MOST_PAUSE = 100_000_000;

  private final int first;
  private final Map<Integer, Member> members = new HashMap<>();
  private final NewestId newest = new NewestId(new ProcFile.Buffer());
  private long nextSearch = Long.MIN_VALUE;
  private long lastSearch = System.nanoTime() - MOST_PAUSE;
  private long total;
  private boolean closed;

  /// A process, its own time, and what it was charged for children that it waited for.
  private static final class Member {
    final int pid;
    final List<Member> children = new ArrayList<>();
    long own;
    long reaped;
    boolean gone;

    Member(int pid) {
      this.pid = pid;
    }
  }

  ProcCpuTime(int pid) {
    this.first = pid;
    members.put(pid, new Member(pid));
    nanos();
  }

  @Override
  public synchronized long nanos() {
    if (closed) {
      return total;
    }
    search();
    for (var member : members.values()) {
      if (!member.gone) {
        var clock = ProcessClock.of(member.pid);
        member.gone = clock.isEmpty();
        member.own = Math.max(member.own, clock.orElse(0));
        if (!member.gone) {
          member.reaped = Math.max(member.reaped, TaskFiles.reapedNanos(member.pid));
        }
      }
    }
    total = Math.max(total, total(member(first)));
    return total;
  }

  /// Processes that are known to descend from one, itself included.
  synchronized List<Integer> family(int pid) {
    List<Integer> family = new ArrayList<>();
    var member = members.get(pid);
    if (member != null) {
      collect(member, family);
    }
    return family;
  }

  private static void collect(Member member, List<Integer> family) {
    if (!member.gone) {
      family.add(member.pid);
    }
    member.children.forEach(child -> collect(child, family));
  }

  private static long total(Member member) {
    long gone = 0;
    long living = 0;
    for (var child : member.children) {
      if (child.gone) {
        gone += total(child);
      } else {
        living += total(child);
      }
    }
    return member.own + living + Math.max(gone, member.reaped);
  }

  /// Looks for new processes when the machine has given ids since, at a twentieth of the time.
  private void search() {
    long now = System.nanoTime();
    if (now < nextSearch || (!newest.changed() && now - lastSearch < MOST_PAUSE)) {
      return;
    }
    lastSearch = now;
    for (var member : List.copyOf(members.values())) {
      if (!member.gone) {
        search(member);
      }
    }
    nextSearch = now + (System.nanoTime() - now) * 20;
  }

  private void search(Member parent) {
    for (int pid : TaskFiles.children(parent.pid)) {
      var known = members.get(pid);
      if (known == null || known.gone) {
        var child = new Member(pid);
        members.put(pid, child);
        parent.children.add(child);
        search(child);
      }
    }
  }

  private Member member(int pid) {
    return members.computeIfAbsent(pid, Member::new);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      newest.close();
    }
  }
}
