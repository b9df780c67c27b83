package threadmill.harness.wire;

import java.util.List;

/// What a sandbox's harness tells its runner: claims from inside, good for explaining, never for
/// measuring.
public sealed interface Report {

  /// The harness is loaded and waits for a [Command].
  record Hello() implements Report {}

  /// The classes are defined and `main` was found.
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

  /// `main` returned; other threads may still run.
  record MainReturned() implements Report {}

  /// `main` ended with an exception.
  ///
  /// @param type binary name of the exception's class
  /// @param message its message, empty when it has none
  /// @param place the student's innermost frame, such as `Main.java:12`, or empty
  record MainThrew(String type, String message, String place) implements Report {}

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

  /// One thread of a deadlock.
  ///
  /// @param thread its name
  /// @param joins whether it waits for the end of a thread instead of a lock
  /// @param waitsFor the lock, such as `java.lang.Object@1b2c3d`, or the thread's name
  /// @param at the student's innermost frame, such as `Main.java:12`, or empty
  record Waiter(String thread, boolean joins, String waitsFor, String at) {}
}
