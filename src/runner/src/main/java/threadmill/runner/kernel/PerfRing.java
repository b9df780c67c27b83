package threadmill.runner.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A ring of one CPU's perf records in memory shared with the kernel. It is read in steps: [#look]
/// sees what has come, [#time] and its like show the foremost record, [#next] goes on, and
/// [#release] gives the room back.
///
/// Shared with the kernel alone: the kernel writes `data_head` and records, we write `data_tail`;
/// acquire and release order them. One thread reads. A record is a multiple of 8 bytes and starts
/// at such, so no 8-byte word wraps around the ring's end.
public final class PerfRing implements AutoCloseable {
  public static final int LOST = 2;
  public static final int COMM = 3;
  public static final int EXIT = 4;
  public static final int FORK = 7;
  public static final int SWITCH = 14;

  /// In [#misc] of a [#SWITCH]: the thread left its core; else it came to it.
  public static final int OUT = 1 << 13;

  /// In [#misc] of a [#SWITCH] that is [#OUT]: it could have gone on.
  public static final int PREEMPTED = 1 << 14;

  private static final VarHandle WORD = JAVA_LONG.varHandle();
  private static final long DATA_HEAD = 1024;
  private static final long DATA_TAIL = 1032;

  private final MemorySegment mapped;
  private final long dataAt;
  private final long mask;
  private long tail;
  private long head;
  private long header;
  private long time;
  private boolean closed;

  PerfRing(MemorySegment mapped) {
    this.mapped = mapped;
    this.dataAt = mapped.get(JAVA_LONG, 1040);
    this.mask = mapped.get(JAVA_LONG, 1048) - 1;
  }

  /// Sees the records that are there by now.
  ///
  /// @return the part of the ring that they fill, from 0 to 1
  public double look() {
    head = (long) WORD.getAcquire(mapped, DATA_HEAD);
    open();
    return (double) (head - tail) / (mask + 1);
  }

  /// Whether there is a foremost record.
  public boolean any() {
    return tail < head;
  }

  /// The foremost record's `CLOCK_MONOTONIC`, in nanoseconds.
  public long time() {
    return time;
  }

  public int type() {
    return (int) header;
  }

  public int misc() {
    return (int) (header >>> 32) & 0xffff;
  }

  /// Process of the thread that the record was written in.
  public int pid() {
    return (int) word(size() - 24);
  }

  /// Thread that the record was written in.
  public int tid() {
    return (int) (word(size() - 24) >>> 32);
  }

  /// CPU that the record was written on.
  public int cpu() {
    return (int) word(size() - 8);
  }

  /// Process that the record tells of; only [#COMM], [#FORK] and [#EXIT].
  public int subjectPid() {
    return (int) word(8);
  }

  /// Thread that the record tells of; only [#COMM], [#FORK] and [#EXIT].
  public int subjectTid() {
    return type() == COMM ? (int) (word(8) >>> 32) : (int) word(16);
  }

  /// Process that started the subject; only [#FORK].
  public int parentPid() {
    return (int) (word(8) >>> 32);
  }

  /// Thread that started the subject; only [#FORK].
  public int parentTid() {
    return (int) (word(16) >>> 32);
  }

  /// The subject's new name; only [#COMM].
  public String comm() {
    var bytes = ByteBuffer.allocate((int) size()).order(ByteOrder.LITTLE_ENDIAN);
    for (long at = 16; at < size() - 24; at += 8) {
      bytes.putLong(word(at));
    }
    return TaskFiles.text(bytes.array(), bytes.position());
  }

  /// How many records had no room; only [#LOST].
  public long lost() {
    return word(16);
  }

  /// Goes on to the next record.
  public void next() {
    tail += size();
    open();
  }

  /// Gives the room of all records that were passed back to the kernel.
  public void release() {
    WORD.setRelease(mapped, DATA_TAIL, tail);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      Linux.unmap(mapped);
    }
  }

  private void open() {
    if (any()) {
      header = word(0);
      time = word(size() - 16);
    }
  }

  private long size() {
    return header >>> 48;
  }

  private long word(long offset) {
    return mapped.get(JAVA_LONG, dataAt + ((tail + offset) & mask));
  }
}
