package threadmill.server.exercise.content;

import threadmill.runner.Limits;
import threadmill.server.settings.ServerConfig;

/// What an exercise may ask for on this server; defaults hold where it says nothing.
///
/// @param cores the most are the machine's
/// @param parallelism the most; its default is the number of cores
/// @param files of a submission
/// @param sourceBytes UTF-8 bytes of a submission's files together
/// @param stdinBytes UTF-8 bytes
/// @param args how many
/// @param argsBytes UTF-8 bytes of all arguments together
public record ExerciseBounds(
    Bound wallMillis,
    Bound heapMiB,
    Bound stdoutBytes,
    Bound stderrBytes,
    Bound threads,
    Bound cores,
    int parallelism,
    int files,
    int sourceBytes,
    int stdinBytes,
    int args,
    int argsBytes) {

  /// A default and a maximum.
  public record Bound(int preset, int most) {
    static Bound of(ServerConfig.Bound bound) {
      return new Bound(bound.preset(), bound.most());
    }
  }

  /// As the operator set them.
  ///
  /// @param mostCores how many cores a run may ask for
  public static ExerciseBounds of(
      ServerConfig.Limits limits, ServerConfig.Request request, int mostCores) {
    return new ExerciseBounds(
        Bound.of(limits.wallMillis()),
        Bound.of(limits.heapMib()),
        Bound.of(limits.stdoutBytes()),
        Bound.of(limits.stderrBytes()),
        Bound.of(limits.threads()),
        new Bound(Math.min(limits.cores().preset(), mostCores), mostCores),
        limits.parallelism().most(),
        request.files(),
        request.sourceBytes(),
        request.stdinBytes(),
        request.args(),
        request.argsBytes());
  }

  /// Those of a server that nobody has configured.
  ///
  /// @param mostCores how many cores a run may ask for
  public static ExerciseBounds defaults(int mostCores) {
    var limits = Limits.defaults();
    return new ExerciseBounds(
        new Bound((int) limits.wall().toMillis(), 60_000),
        new Bound(limits.heapMiB(), 1_024),
        new Bound(limits.stdoutBytes(), 8 << 20),
        new Bound(limits.stderrBytes(), 8 << 20),
        new Bound(limits.threads(), 4_096),
        new Bound(1, mostCores),
        64,
        50,
        256 << 10,
        256 << 10,
        64,
        16 << 10);
  }
}
