package threadmill.runner;

import java.util.List;

/// Takes orders and carries each out in a sandbox of its own.
public interface Runner extends AutoCloseable {

  /// The runner of this machine, or one that is unavailable and says why where no sandbox can be
  /// had.
  static Runner local(RunnerConfig config) {
    try {
      return new LocalRunner(config);
    } catch (RunnerException e) {
      return new UnavailableRunner(Hint.on(e));
    }
  }

  /// Carries out one order and returns when it has ended; blocks.
  ///
  /// Whatever the program does is in the result; an exception means that the runner itself failed.
  RunResult run(RunOrder order, RunListener listener);

  /// Stops a run that is under way; its [#run] then returns [Verdict#CANCELLED].
  ///
  /// @return whether such a run was under way here
  boolean cancel(String id);

  /// Why no run can be taken now, in a sentence that says what to change; empty when one can.
  String unavailable();

  /// The layers between a program and this machine; none where no run can be taken.
  List<Layer> layers();

  /// Stops every run that is under way and every process that was started.
  @Override
  void close();
}
