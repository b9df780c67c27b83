package threadmill.harness.pool;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threadmill.harness.Threads;

/// Gives each run carriers of its own for its virtual threads, so that those which compute do not
/// keep others from running, and what they take is metered.
///
/// JDK 25 has no public way to choose a virtual thread's scheduler, but one that its own tests use,
/// opened to this module.
final class Carriers {
  private static final MethodHandle BUILDER;
  private static final VarHandle SCHEDULER;
  private static final int CAP = 256;

  static {
    try {
      var builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
      BUILDER =
          MethodHandles.privateLookupIn(builder, MethodHandles.lookup())
              .findConstructor(builder, MethodType.methodType(void.class, Executor.class))
              .asType(MethodType.methodType(Thread.Builder.OfVirtual.class, Executor.class));
      var virtual = Class.forName("java.lang.VirtualThread");
      SCHEDULER =
          MethodHandles.privateLookupIn(virtual, MethodHandles.lookup())
              .findVarHandle(virtual, "scheduler", Executor.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// The carriers of one run.
  private static final class Pool extends ForkJoinPool {
    final Run run;

    Pool(Run run) {
      super(
          run.allowance.cores(),
          RunForkJoinPool.workers(run, "ForkJoinPool-1-worker-"),
          run.group,
          true,
          0,
          CAP,
          0,
          _ -> true,
          30,
          TimeUnit.SECONDS);
      this.run = run;
    }
  }

  private Carriers() {}

  static ForkJoinPool open(Run run) {
    return new Pool(run);
  }

  /// Builds virtual threads of a run.
  static Thread.Builder.OfVirtual builder(Run run) {
    try {
      return ((Thread.Builder.OfVirtual) BUILDER.invokeExact((Executor) run.carriers()))
          .uncaughtExceptionHandler(run.group);
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// The run that a thread belongs to, or null for one of the JVM's own.
  static @Nullable Run run(Thread thread) {
    if (thread.isVirtual()) {
      return SCHEDULER.get(thread) instanceof Pool pool ? pool.run : null;
    }
    return thread.getThreadGroup() instanceof RunGroup group ? group.run : null;
  }

  /// Looks at the virtual threads of a run that are alive.
  static Supplier<Stream<Thread>> virtualThreads(Run run) {
    return () -> Threads.virtual().filter(thread -> run(thread) == run);
  }
}
