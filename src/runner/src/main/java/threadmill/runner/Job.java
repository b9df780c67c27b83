package threadmill.runner;

import java.time.Duration;
import threadmill.runner.RunEvent.Output.Stream;
import threadmill.runner.compile.Compilation.Compiled;

/// A run whose program has been compiled, and all that belongs to it however often it is begun.
///
/// @param program what javac made of its files
/// @param compile how long that took
/// @param stdout what all its attempts wrote
/// @param stderr likewise
record Job(
    RunOrder order,
    ActiveRun run,
    Events events,
    Compiled program,
    Duration compile,
    OutputText stdout,
    OutputText stderr) {
  Job(RunOrder order, ActiveRun run, Events events, Compiled program, Duration compile) {
    this(
        order,
        run,
        events,
        program,
        compile,
        new OutputText(Stream.STDOUT, order.limits().stdoutBytes(), events),
        new OutputText(Stream.STDERR, order.limits().stderrBytes(), events));
  }

  /// The program begins anew.
  void again() {
    stdout.again();
    stderr.again();
  }

  /// The result when the program never began.
  RunResult notRun(Judgement judgement) {
    return RunResult.notRun(judgement, program.warnings(), compile);
  }
}
