package threadmill.runner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import threadmill.runner.kernel.Processes;
import threadmill.runner.kernel.SystemCallException;
import threadmill.runner.kernel.TaskFiles;

/// Keeps all that is ours off the cores that a run has exclusively: the threads of this process,
/// compilers, child JVMs that wait for work or are coming up, and neighbours such as the database.
///
/// Processes are bound from outside, thread by thread; what they start inherits it. Programs that
/// run are left alone: their cores are the ledger's business.
///
/// Implementation note: `this` guards all fields, and is held while processes are bound, so that a
/// sandbox is either bound with the others or known as a program's before; that takes milliseconds.
/// Nothing else is locked meanwhile.
final class Housekeeping {
  private final List<Integer> usable;
  private final Supplier<List<Long>> neighbours;
  private final Set<Long> programs = new HashSet<>();
  private final Set<Integer> vacated = new HashSet<>();

  /// @param neighbours processes that are ours and not our children; they come and go
  Housekeeping(List<Integer> usable, Supplier<List<Long>> neighbours) {
    this.usable = usable;
    this.neighbours = neighbours;
  }

  /// From now on a sandbox runs a program, and is bound by whoever runs it, until closed.
  synchronized Exempt exempt(long firstProcess) {
    programs.add(firstProcess);
    return new Exempt(firstProcess);
  }

  /// Clears some cores of everything of ours, until closed. With no other core left it does
  /// nothing.
  synchronized Vacated vacate(List<Integer> cores) {
    vacated.addAll(cores);
    boolean complete = bindAll();
    return new Vacated(cores, complete);
  }

  private boolean bindAll() {
    var others = usable.stream().filter(core -> !vacated.contains(core)).toList();
    if (others.isEmpty()) {
      return false;
    }
    boolean all = true;
    Set<Integer> bound = new HashSet<>();
    // What is started meanwhile may be the child of a process that was not bound yet.
    for (var left = ours(bound); !left.isEmpty(); left = ours(bound)) {
      for (int process : left) {
        bound.add(process);
        all &= bind(process, others);
      }
    }
    return all;
  }

  private static boolean bind(int process, List<Integer> cores) {
    try {
      Processes.bind(process, cores);
      return true;
    } catch (SystemCallException refused) {
      return refused.processIsGone();
    }
  }

  /// All our processes that are not in a set yet, and run no program.
  private List<Integer> ours(Set<Integer> known) {
    var roots = new ArrayList<>(neighbours.get());
    roots.add(ProcessHandle.current().pid());
    var found = new LinkedHashSet<Integer>();
    var next = new ArrayDeque<>(roots.stream().map(Math::toIntExact).toList());
    for (var process = next.poll(); process != null; process = next.poll()) {
      if (!programs.contains((long) process) && found.add(process)) {
        next.addAll(TaskFiles.children(process));
      }
    }
    found.removeAll(known);
    return List.copyOf(found);
  }

  /// A sandbox that runs a program.
  final class Exempt implements AutoCloseable {
    private final long firstProcess;

    private Exempt(long firstProcess) {
      this.firstProcess = firstProcess;
    }

    @Override
    public void close() {
      synchronized (Housekeeping.this) {
        programs.remove(firstProcess);
      }
    }
  }

  /// Cores that were cleared.
  final class Vacated implements AutoCloseable {
    private final List<Integer> cores;
    private final boolean complete;

    private Vacated(List<Integer> cores, boolean complete) {
      this.cores = cores;
      this.complete = complete;
    }

    /// Whether nothing of ours is left on them.
    boolean complete() {
      return complete;
    }

    @Override
    public void close() {
      synchronized (Housekeeping.this) {
        cores.forEach(vacated::remove);
        bindAll();
      }
    }
  }
}
