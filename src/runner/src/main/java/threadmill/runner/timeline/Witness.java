package threadmill.runner.timeline;

/// A way to see what threads do, from the kernel's side. Driven by the recording thread.
interface Witness extends AutoCloseable {
  Timeline.Source source();

  /// Starts to fill the tracks.
  ///
  /// @param zero `System.nanoTime()` of the release
  /// @param cores numbers of the CPUs that the run may use
  /// @throws threadmill.runner.kernel.SystemCallException when the kernel refuses
  void begin(long zero, int[] cores, Tracks tracks);

  /// Takes in what has come.
  ///
  /// @return nanoseconds until the next look is due
  long look();

  /// Until when all is taken in, in nanoseconds since the release.
  long until();

  @Override
  void close();
}
