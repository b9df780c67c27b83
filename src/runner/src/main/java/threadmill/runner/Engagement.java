package threadmill.runner;

import java.io.IOException;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.GarbledFrameException;
import threadmill.harness.wire.Report;
import threadmill.runner.child.HarnessLink;
import threadmill.runner.sandbox.Sandbox;

/// What a program is released for, as its supervisor needs to know it: which of its time counts,
/// and which answers are in turn.
///
/// Several threads of the supervisor call; [#begin] has one of its own.
interface Engagement {

  /// What the harness is to do with the program.
  Command.Task task();

  /// Releases the program and gives it its input.
  ///
  /// @throws IOException when it has ended without reading all
  void begin(HarnessLink harness, Sandbox sandbox) throws IOException;

  /// Hears an answer.
  ///
  /// @return whether it is in turn
  boolean answered(Report.Reply reply) throws GarbledFrameException;

  /// Wall time that the program has taken of its limit, in nanoseconds.
  ///
  /// @param releasedAt `System.nanoTime()` of the release
  /// @param now the same of this moment
  long wallSpent(long releasedAt, long now);

  /// CPU time since the release that does not count, in nanoseconds.
  long cpuBefore();

  /// How far the program is.
  ///
  /// @param mainReturned whether its main thread has
  Judgement.Stage stage(boolean mainReturned);

  /// The verdict on a program that ended without us.
  ///
  /// @param byItself the verdict on a program whose `main` was run
  Judgement ofItself(Judgement byItself);

  /// The program has ended, and nothing more will be heard of it.
  void over();
}
