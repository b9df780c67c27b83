package threadmill.harness.wire;

import java.util.List;
import java.util.Map;

/// What a runner tells a harness that serves many runs; each bears a number.
public sealed interface PoolCommand {

  /// Checks, weaves and runs a program.
  ///
  /// @param run a number that no other run in this JVM has
  /// @param classes class files by binary name
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Start(
      int run,
      String mainClass,
      List<String> args,
      Map<String, byte[]> classes,
      byte[] stdin,
      Allowance allowance)
      implements PoolCommand {
    public Start {
      args = List.copyOf(args);
      classes = Map.copyOf(classes);
    }
  }

  /// Ends a run, if it is still under way.
  record Stop(int run) implements PoolCommand {}

  /// Asks for a [PoolReport.Pong] with the same number.
  record Ping(int number) implements PoolCommand {}
}
