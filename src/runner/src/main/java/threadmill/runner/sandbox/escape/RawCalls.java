package threadmill.runner.sandbox.escape;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;
import threadmill.runner.sandbox.seccomp.SystemCall;

/// System calls as native code makes them: by number, past the JDK and all that it would check.
///
/// Implementation note: one thread, since it forks. A child process has that thread alone, so it
/// makes its call and ends, by handles that were used before; one that meets a lock of the others
/// is killed and tried again.
@SuppressWarnings("restricted") // native access is what this class is for
final class RawCalls implements AutoCloseable {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final VarHandle ERRNO_OF =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle SYSCALL =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("syscall"),
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
              JAVA_LONG),
          ERRNO,
          Linker.Option.firstVariadicArg(1));
  private static final MethodHandle FORK =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("fork"), FunctionDescriptor.of(JAVA_INT));

  private static final int AF_UNIX = 1;
  private static final int WNOHANG = 1;
  private static final int SIGKILL = 9;
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final int TRIES = 5;

  /// The kernel's `struct sigaction` and `sigset_t` on x86-64; all zero, it is the default action.
  private static final int SIGACTION_BYTES = 32;

  private static final int SIGSET_BYTES = 8;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment errno = arena.allocate(Linker.Option.captureStateLayout());

  /// How a call ended.
  sealed interface Outcome {
    record Returned(long value) implements Outcome {}

    record Failed(int errno) implements Outcome {}

    /// Its process was ended by a signal.
    record Killed(int signal) implements Outcome {}

    /// In words for an operator.
    default String words() {
      return switch (this) {
        case Returned(long value) -> "returned " + value;
        case Failed(int errno) -> Errors.word(errno);
        case Killed(int signal) ->
            signal == Errors.SIGSYS ? "ended by SIGSYS" : "ended by signal " + signal;
      };
    }
  }

  MemorySegment bytes(long size) {
    return arena.allocate(size, 8);
  }

  /// Address of a path.
  long path(String path) {
    return arena.allocateFrom(path).address();
  }

  /// Address of a unix socket; the name of an abstract one begins with U+0000.
  MemorySegment unix(String name) {
    var text = name.getBytes(StandardCharsets.UTF_8);
    var address = bytes(2 + text.length);
    address.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(text, 0, address, JAVA_BYTE, 2, text.length);
    return address;
  }

  Outcome call(SystemCall call, long... arguments) {
    return call(call.number(), arguments);
  }

  Outcome call(int number, long... arguments) {
    long result = raw(number, arguments);
    return result >= 0 ? new Outcome.Returned(result) : new Outcome.Failed((int) -result);
  }

  /// Makes a call in a child process of its own, for one that may end its caller.
  Outcome inChild(int number, long... arguments) {
    return inChild(() -> raw(number, arguments));
  }

  /// Calls machine code that takes nothing, in a child process of its own, which a fault ends: what
  /// HotSpot would make of one looks like an error number.
  Outcome runInChild(byte[] code) {
    long at = raw(SystemCall.MMAP.number(), 0, 4096, 1 | 2 | 4, 0x22, -1, 0);
    if (at < 0) {
      return new Outcome.Failed((int) -at);
    }
    var segment = MemorySegment.ofAddress(at).reinterpret(4096);
    MemorySegment.copy(code, 0, segment, JAVA_BYTE, 0, code.length);
    var function = LINKER.downcallHandle(segment, FunctionDescriptor.of(JAVA_INT));
    var byDefault = bytes(SIGACTION_BYTES);
    return inChild(() -> {
      raw(SystemCall.RT_SIGACTION.number(), Errors.SIGSEGV, byDefault.address(), 0, SIGSET_BYTES);
      try {
        return (int) function.invokeExact();
      } catch (Throwable broken) {
        throw new LinkageError("machine code", broken);
      }
    });
  }

  private Outcome inChild(LongSupplier action) {
    var outcome = tryInChild(action);
    for (int tried = 1; tried < TRIES && outcome.equals(new Outcome.Killed(SIGKILL)); tried++) {
      outcome = tryInChild(action);
    }
    return outcome;
  }

  private Outcome tryInChild(LongSupplier action) {
    int child = fork();
    if (child < 0) {
      return new Outcome.Killed(SIGKILL);
    }
    if (child == 0) {
      long result = action.getAsLong();
      raw(SystemCall.EXIT_GROUP.number(), result < 0 ? -result : 0);
    }
    return await(child);
  }

  /// A child process that only waits, or a negative number where none could be had.
  int idleChild() {
    int child = fork();
    if (child == 0) {
      raw(SystemCall.POLL.number(), 0, 0, -1);
      raw(SystemCall.EXIT_GROUP.number(), 0);
    }
    return child;
  }

  void kill(int child) {
    raw(SystemCall.KILL.number(), child, SIGKILL);
    await(child);
  }

  private static int fork() {
    try {
      return (int) FORK.invokeExact();
    } catch (Throwable broken) {
      throw new LinkageError("fork", broken);
    }
  }

  private Outcome await(int child) {
    try (var frame = Arena.ofConfined()) {
      var status = frame.allocate(JAVA_INT);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      int options = WNOHANG;
      while (raw(SystemCall.WAIT4.number(), child, status.address(), options, 0) == 0) {
        if (System.nanoTime() > deadline) {
          raw(SystemCall.KILL.number(), child, SIGKILL);
          options = 0;
        }
        raw(SystemCall.SCHED_YIELD.number());
      }
      int how = status.get(JAVA_INT, 0);
      int signal = how & 0x7f;
      int code = how >> 8 & 0xff;
      return signal != 0
          ? new Outcome.Killed(signal)
          : code == 0 ? new Outcome.Returned(0) : new Outcome.Failed(code);
    }
  }

  /// The result, or an error number below zero.
  private long raw(int number, long... given) {
    long a = given.length > 0 ? given[0] : 0;
    long b = given.length > 1 ? given[1] : 0;
    long c = given.length > 2 ? given[2] : 0;
    long d = given.length > 3 ? given[3] : 0;
    long e = given.length > 4 ? given[4] : 0;
    long f = given.length > 5 ? given[5] : 0;
    try {
      long result = (long) SYSCALL.invokeExact(errno, (long) number, a, b, c, d, e, f);
      return result == -1 ? -(int) ERRNO_OF.get(errno, 0L) : result;
    } catch (Throwable broken) {
      throw new LinkageError("system call " + number, broken);
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
