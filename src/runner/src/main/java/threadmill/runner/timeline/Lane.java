package threadmill.runner.timeline;

import java.util.List;

/// One row of the timeline.
///
/// @param id unique within the timeline, from 1
/// @param pid the process within the sandbox that a thread belongs to, 1 for the first; 0 for a
///   core
/// @param name the thread's full Java name, or `core 0`
/// @param slices in order, without overlap
public record Lane(int id, Kind kind, int pid, String name, List<Slice> slices) {
  public Lane {
    slices = List.copyOf(slices);
  }

  public enum Kind {
    /// A platform thread of the program.
    THREAD,
    /// A virtual thread.
    VIRTUAL,
    /// A platform thread that carries virtual threads.
    CARRIER,
    CORE,
    /// A garbage collector's thread.
    GC,
    /// Any other thread of the JVM: compilers, signal dispatcher, the harness.
    VM
  }
}
