package threadmill.runner.sandbox;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import threadmill.runner.RunnerException;

/// The few calls of the C library that sandboxes need and the JDK does not offer.
final class Libc {
  private static final int O_CLOEXEC = 0x80000;
  private static final int CPU_SET_BYTES = 128;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_VALUE =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle PIPE2 =
      call("pipe2", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
  private static final MethodHandle CLOSE = call("close", ValueLayout.JAVA_INT);
  private static final MethodHandle GETEUID = call("geteuid");
  private static final MethodHandle SCHED_SETAFFINITY =
      call("sched_setaffinity", ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);

  private Libc() {}

  /// Descriptors of a new pipe's two ends.
  record Ends(int read, int write) {}

  static Ends pipe() {
    try (var arena = Arena.ofConfined()) {
      var state = arena.allocate(STATE);
      var ends = arena.allocate(ValueLayout.JAVA_INT, 2);
      check("pipe2", (int) PIPE2.invokeExact(state, ends, O_CLOEXEC), state);
      return new Ends(
          ends.getAtIndex(ValueLayout.JAVA_INT, 0), ends.getAtIndex(ValueLayout.JAVA_INT, 1));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static void close(int descriptor) {
    try (var arena = Arena.ofConfined()) {
      var state = arena.allocate(STATE);
      check("close", (int) CLOSE.invokeExact(state, descriptor), state);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static boolean isRoot() {
    try (var arena = Arena.ofConfined()) {
      return (int) GETEUID.invokeExact(arena.allocate(STATE)) == 0;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /// Binds a process, and all that it starts from now on, to some cores.
  static void bind(long pid, Iterable<Integer> cores) {
    try (var arena = Arena.ofConfined()) {
      var state = arena.allocate(STATE);
      var set = arena.allocate(CPU_SET_BYTES, Long.BYTES);
      for (int core : cores) {
        int at = core / 8;
        var bits = set.get(ValueLayout.JAVA_BYTE, at) | (1 << (core % 8));
        set.set(ValueLayout.JAVA_BYTE, at, (byte) bits);
      }
      int answer =
          (int)
              SCHED_SETAFFINITY.invokeExact(state, Math.toIntExact(pid), (long) CPU_SET_BYTES, set);
      check("sched_setaffinity", answer, state);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static void check(String call, int answer, MemorySegment state) {
    if (answer < 0) {
      throw new RunnerException(call + " failed with errno " + (int) ERRNO_VALUE.get(state, 0L));
    }
  }

  @SuppressWarnings("restricted") // the runner has native access; its sandboxes do not
  private static MethodHandle call(String name, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments),
        ERRNO);
  }
}
