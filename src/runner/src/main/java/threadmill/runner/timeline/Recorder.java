package threadmill.runner.timeline;

import java.time.Instant;
import threadmill.harness.wire.Report;
import threadmill.runner.RunEvent;

/// Records what one sandbox's threads and cores do, from outside it.
///
/// Opened on the sandbox's first process while that still waits behind its gate, so that every
/// thread and child it ever has is seen; then [#release], any number of [#sampled] and [#cpuNanos],
/// then [#finish]; closed in any case.
public interface Recorder extends AutoCloseable {

  /// Starts recording, just before `main` is released.
  ///
  /// @param nanoTime `System.nanoTime()` of that moment, the zero of all times
  /// @param cores numbers of the CPUs that the run may use; each gets a lane
  /// @param live hears at most 20 times a second what has come, at most 2,000 slices a second
  void release(Instant startedAt, long nanoTime, int[] cores, Live live);

  /// Does this once, from the recording thread, when there are more than so many tasks beyond those
  /// at the release; never where [#moreTasks] does not know. To be called before the release.
  void whenTasksExceed(int most, Runnable then);

  /// Takes in what the JVM says of its threads; it names lanes and explains time off the cores.
  void sampled(Report.Sample sample);

  /// Takes in a moment that the program marked.
  void marked(Report.Phase phase);

  /// CPU time of the whole sandbox since the release, ended threads and processes included, in
  /// nanoseconds. Good until [#close], also when the sandbox is gone.
  long cpuNanos();

  /// The most tasks that the sandbox had at once beyond those at the release, threads and processes
  /// alike, as the kernel records their starts and ends; 0 where that is not recorded, or not
  /// wholly. Good for any thread; after [#finish] it is final.
  int moreTasks();

  /// Stops recording and gives all of it.
  ///
  /// @param nanoTime `System.nanoTime()` of the program's end; what came later is cut off
  Timeline finish(long nanoTime);

  @Override
  void close();

  /// Hears parts of the timeline while they come.
  @FunctionalInterface
  interface Live {
    void on(RunEvent.TimelineGrew part);
  }
}
