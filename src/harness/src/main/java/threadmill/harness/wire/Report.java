package threadmill.harness.wire;

import java.util.List;

/// What a sandbox's harness tells its runner: claims from inside, good for explaining, never for
/// measuring.
public sealed interface Report {

  /// The harness is loaded and waits for a [Command].
  record Hello() implements Report {}

  /// The classes are defined, and `main` was found where it is to be run.
  record Ready() implements Report {}

  /// The program cannot be started.
  ///
  /// @param reason a sentence for the student
  record NoMain(String reason) implements Report {}

  /// Threads whose activity, or what they wait for, changed since the sample before.
  ///
  /// @param nanoTime `System.nanoTime()` of the sample, which is the host's monotonic clock
  /// @param unchanged times of samples since the report before that found nothing changed; sent
  ///   along, so that a quiet program costs few frames
  record Sample(long nanoTime, List<Long> unchanged, List<ThreadState> changed) implements Report {
    public Sample {
      unchanged = List.copyOf(unchanged);
      changed = List.copyOf(changed);
    }

    /// A sample that is sent at once.
    public Sample(long nanoTime, List<ThreadState> changed) {
      this(nanoTime, List.of(), changed);
    }
  }

  /// `main` returned, or no call will come any more; other threads may still run.
  record MainReturned() implements Report {}

  /// `main` ended with an exception.
  record MainThrew(Thrown thrown) implements Report {}

  /// The program marked a moment.
  ///
  /// @param nanoTime `System.nanoTime()` of the moment, which is the host's monotonic clock
  record Phase(long nanoTime, String name) implements Report {}

  /// A cycle of untimed waits that did not change between two looks.
  ///
  /// @param cycle each thread waits for a lock that the next one holds; the last waits for the
  ///   first
  record Deadlock(List<Waiter> cycle) implements Report {
    public Deadlock {
      cycle = List.copyOf(cycle);
    }
  }

  /// `main` returned and the threads that remain wait without a deadline.
  ///
  /// @param threads names of the threads
  record ThreadLeak(List<String> threads) implements Report {
    public ThreadLeak {
      threads = List.copyOf(threads);
    }
  }

  /// The program asked the virtual web for an `https://` address, which it does not serve.
  record HttpsTried() implements Report {}

  /// What came of a [Command.Call].
  sealed interface Reply extends Report {
    /// That of the call.
    long id();
  }

  /// The method returned.
  ///
  /// @param answer as [PlainData] encodes it
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Returned(long id, byte[] answer) implements Reply {}

  /// The method ended with an exception, or there is no such method: then it is a
  /// `NoSuchMethodException`.
  record Threw(long id, Thrown thrown) implements Reply {}

  /// The method returned something that is no plain data.
  ///
  /// @param what such as `a java.util.HashSet, which is no plain data`
  record Unanswerable(long id, String what) implements Reply {}

  /// The method's answer takes more than [PlainData#MOST_BYTES].
  record TooLarge(long id) implements Reply {}

  /// One thread of a deadlock.
  ///
  /// @param thread its name
  /// @param joins whether it waits for the end of a thread instead of a lock
  /// @param waitsFor the lock, such as `java.lang.Object@1b2c3d`, or the thread's name
  /// @param at the student's innermost frame, such as `Main.java:12`, or empty
  record Waiter(String thread, boolean joins, String waitsFor, String at) {}
}
