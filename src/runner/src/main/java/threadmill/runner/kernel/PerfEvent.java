package threadmill.runner.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A `perf_event_open` event on a process and on every thread and child that it starts later.
///
/// Works without privileges at `kernel.perf_event_paranoid` of 2 or less. Not safe for several
/// threads, except [#count].
public final class PerfEvent implements AutoCloseable {
  private static final int SOFTWARE = 1;
  private static final int TASK_CLOCK = 1;
  private static final int DUMMY = 9;
  private static final int SAMPLE_TID = 1 << 1;
  private static final int SAMPLE_TIME = 1 << 2;
  private static final int SAMPLE_CPU = 1 << 7;
  private static final int CLOCK_MONOTONIC = 1;
  private static final long INHERIT = 1L << 1;
  private static final long EXCLUDE_KERNEL = 1L << 5;
  private static final long EXCLUDE_HV = 1L << 6;
  private static final long COMM = 1L << 9;
  private static final long TASK = 1L << 13;
  private static final long SAMPLE_ID_ALL = 1L << 18;
  private static final long USE_CLOCKID = 1L << 25;
  private static final long CONTEXT_SWITCH = 1L << 26;
  private static final int ATTRIBUTE_BYTES = 112;

  private final int fd;
  private long last;
  private boolean closed;

  private PerfEvent(int fd) {
    this.fd = fd;
  }

  /// Context switches, names, starts and ends of threads, as far as they happen on one CPU; read
  /// them through [#map].
  public static PerfEvent switches(long pid, int cpu) {
    return open(
        DUMMY,
        SAMPLE_TID | SAMPLE_TIME | SAMPLE_CPU,
        COMM | TASK | SAMPLE_ID_ALL | USE_CLOCKID | CONTEXT_SWITCH,
        pid,
        cpu);
  }

  /// The CPU time that is used, user and system, in nanoseconds; read it with [#count]. Excluding
  /// the kernel is what the unprivileged must ask for; a software clock counts all the same.
  public static PerfEvent taskClock(long pid) {
    return open(TASK_CLOCK, 0, 0, pid, -1);
  }

  private static PerfEvent open(int config, int sample, long flags, long pid, int cpu) {
    try (var arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(ATTRIBUTE_BYTES, 8);
      attributes.set(JAVA_INT, 0, SOFTWARE);
      attributes.set(JAVA_INT, 4, ATTRIBUTE_BYTES);
      attributes.set(JAVA_LONG, 8, config);
      attributes.set(JAVA_LONG, 24, sample);
      attributes.set(JAVA_LONG, 40, flags | INHERIT | EXCLUDE_KERNEL | EXCLUDE_HV);
      attributes.set(JAVA_INT, 92, CLOCK_MONOTONIC);
      return new PerfEvent(Linux.perfEventOpen(attributes, Math.toIntExact(pid), cpu));
    }
  }

  /// Maps a ring that takes records from now on.
  ///
  /// @param pages 4 KiB pages, a power of two; one more is taken for the head. They count against
  ///   the user's `kernel.perf_event_mlock_kb` and locked memory
  public PerfRing map(int pages) {
    return new PerfRing(Linux.map(fd, (pages + 1) * 4096L));
  }

  /// The count until now, ended threads and processes included. After [#close] it is what the last
  /// call gave.
  public synchronized long count() {
    if (!closed) {
      last = Linux.readCount(fd);
    }
    return last;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Linux.close(fd);
    }
  }
}
