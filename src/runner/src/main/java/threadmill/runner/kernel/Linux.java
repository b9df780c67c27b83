package threadmill.runner.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// Linux's system calls as Java methods. Every call is short; none may block for longer than a
/// copy.
@SuppressWarnings("restricted") // native access is what this class is for
final class Linux {
  private static final long SYS_PERF_EVENT_OPEN = 298;
  private static final int CLOSE_ON_EXEC = 0x80000;

  /// Room for 1,024 CPUs, as in glibc's `cpu_set_t`.
  private static final long CPU_SET_BYTES = 128;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final VarHandle ERRNO_OF =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle SYSCALL =
      LINKER.downcallHandle(
          symbol("syscall"),
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
          ERRNO,
          Linker.Option.firstVariadicArg(1));
  private static final MethodHandle MMAP =
      LINKER.downcallHandle(
          symbol("mmap"),
          FunctionDescriptor.of(
              ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG),
          ERRNO);
  private static final MethodHandle MUNMAP =
      LINKER.downcallHandle(
          symbol("munmap"), FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG), ERRNO);
  private static final MethodHandle OPEN =
      LINKER.downcallHandle(
          symbol("open"),
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          ERRNO,
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle PREAD =
      LINKER.downcallHandle(
          symbol("pread"),
          FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG),
          ERRNO);
  private static final MethodHandle READ =
      LINKER.downcallHandle(
          symbol("read"), FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), ERRNO);
  private static final MethodHandle CLOSE =
      LINKER.downcallHandle(symbol("close"), FunctionDescriptor.of(JAVA_INT, JAVA_INT), ERRNO);
  private static final MethodHandle CLOCK_GETTIME =
      LINKER.downcallHandle(
          symbol("clock_gettime"), FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), ERRNO);

  private static final MethodHandle PIPE2 =
      LINKER.downcallHandle(
          symbol("pipe2"), FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), ERRNO);
  private static final MethodHandle GETEUID =
      LINKER.downcallHandle(symbol("geteuid"), FunctionDescriptor.of(JAVA_INT), ERRNO);
  private static final MethodHandle SCHED_SETAFFINITY =
      LINKER.downcallHandle(
          symbol("sched_setaffinity"),
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
          ERRNO);

  private Linux() {}

  static Pipe pipe() {
    try (var arena = Arena.ofConfined()) {
      var ends = arena.allocate(JAVA_INT, 2);
      check("pipe2", errno -> (long) (int) PIPE2.invokeExact(errno, ends, CLOSE_ON_EXEC));
      return new Pipe(ends.getAtIndex(JAVA_INT, 0), ends.getAtIndex(JAVA_INT, 1));
    }
  }

  static long effectiveUser() {
    return check("geteuid", errno -> (long) (int) GETEUID.invokeExact(errno));
  }

  static void setAffinity(int pid, Iterable<Integer> cpus) {
    try (var arena = Arena.ofConfined()) {
      var set = arena.allocate(CPU_SET_BYTES, Long.BYTES);
      for (int cpu : cpus) {
        var bits = set.get(JAVA_BYTE, cpu / 8) | (1 << (cpu % 8));
        set.set(JAVA_BYTE, cpu / 8, (byte) bits);
      }
      check(
          "sched_setaffinity",
          errno -> (long) (int) SCHED_SETAFFINITY.invokeExact(errno, pid, CPU_SET_BYTES, set));
    }
  }

  /// Opens an event; its file descriptor is closed on exec.
  static int perfEventOpen(MemorySegment attributes, int pid, int cpu) {
    return (int)
        check(
            "perf_event_open",
            errno ->
                (long)
                    SYSCALL.invokeExact(
                        errno, SYS_PERF_EVENT_OPEN, attributes, (long) pid, (long) cpu, -1L, 8L));
  }

  /// Maps shared, readable and writable.
  static MemorySegment map(int fd, long bytes) {
    var at = new MemorySegment[1];
    check(
        "mmap",
        errno -> {
          at[0] =
              (MemorySegment) MMAP.invokeExact(errno, MemorySegment.NULL, bytes, 1 | 2, 1, fd, 0L);
          return at[0].address();
        });
    return at[0].reinterpret(bytes);
  }

  static void unmap(MemorySegment mapped) {
    check("munmap", errno -> (long) (int) MUNMAP.invokeExact(errno, mapped, mapped.byteSize()));
  }

  /// Opens a file to read.
  static int open(String path) {
    try (var arena = Arena.ofConfined()) {
      var name = arena.allocateFrom(path);
      return (int)
          check("open", errno -> (long) (int) OPEN.invokeExact(errno, name, CLOSE_ON_EXEC));
    }
  }

  /// Reads from a file's beginning.
  ///
  /// @return bytes read, or -1 where the file's process is gone
  static int readFromStart(int fd, MemorySegment into) {
    try (var arena = Arena.ofConfined()) {
      var errno = arena.allocate(Linker.Option.captureStateLayout());
      return (int) (long) PREAD.invokeExact(errno, fd, into, into.byteSize(), 0L);
    } catch (Throwable broken) {
      throw new LinkageError("pread", broken);
    }
  }

  static long readCount(int fd) {
    try (var arena = Arena.ofConfined()) {
      var into = arena.allocate(JAVA_LONG);
      check("read", errno -> (long) READ.invokeExact(errno, fd, into, 8L));
      return into.get(JAVA_LONG, 0);
    }
  }

  static void close(int fd) {
    check("close", errno -> (long) (int) CLOSE.invokeExact(errno, fd));
  }

  /// Reads a clock, in nanoseconds.
  static long clock(int id) {
    try (var arena = Arena.ofConfined()) {
      var into = arena.allocate(JAVA_LONG, 2);
      check("clock_gettime", errno -> (long) (int) CLOCK_GETTIME.invokeExact(errno, id, into));
      return into.get(JAVA_LONG, 0) * 1_000_000_000 + into.get(JAVA_LONG, 8);
    }
  }

  private static long check(String name, Call call) {
    try (var arena = Arena.ofConfined()) {
      var errno = arena.allocate(Linker.Option.captureStateLayout());
      var result = call.make(errno);
      if (result == -1) {
        throw new SystemCallException(name, (int) ERRNO_OF.get(errno, 0L));
      }
      return result;
    } catch (SystemCallException refused) {
      throw refused;
    } catch (Throwable broken) {
      throw new LinkageError(name, broken);
    }
  }

  private static MemorySegment symbol(String name) {
    return LINKER.defaultLookup().findOrThrow(name);
  }

  private interface Call {
    @SuppressWarnings("IllegalThrows") // what MethodHandle.invokeExact declares
    long make(MemorySegment errno) throws Throwable;
  }
}
