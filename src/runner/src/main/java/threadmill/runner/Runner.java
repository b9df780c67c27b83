package threadmill.runner;

import java.util.List;
import threadmill.runner.judge.JudgeListener;
import threadmill.runner.judge.JudgeOrder;
import threadmill.runner.judge.JudgeReport;

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

  /// Judges one submission and returns when that is done; blocks.
  ///
  /// Whatever the student's code does is in the report, and so is what is wrong with the exercise
  /// ([Verdict#INTERNAL_ERROR] with a sentence for its author); an exception means that the runner
  /// itself failed.
  JudgeReport judge(JudgeOrder order, JudgeListener listener);

  /// Stops a run or judging that is under way, which then ends as [Verdict#CANCELLED].
  ///
  /// @return whether one of that id was under way here
  boolean cancel(String id);

  /// Why no run can be taken now, in a sentence that says what to change; empty when one can.
  String unavailable();

  /// The layers between a program and this machine; none where no run can be taken.
  List<Layer> layers();

  /// The machine that orders are carried out on, without the flags of JVMs: each order has its own.
  Fingerprint machine();

  /// Stops every run that is under way and every process that was started.
  @Override
  void close();
}
