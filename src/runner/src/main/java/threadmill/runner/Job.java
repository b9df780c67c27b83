package threadmill.runner;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.Yielding;
import threadmill.runner.RunEvent.Output.Stream;
import threadmill.runner.compile.Compilation.Compiled;

/// A run whose program has been compiled, and all that belongs to it however often it is begun.
///
/// @param engagement what its program is released for
/// @param yielding where yields are woven into it, or null for the program as it is
/// @param program what javac made of its files
/// @param compile how long that took
/// @param stdout what all its attempts wrote
/// @param stderr likewise
record Job(
    RunOrder order,
    Engagement engagement,
    @Nullable Yielding yielding,
    ActiveRun run,
    Events events,
    Compiled program,
    Duration compile,
    OutputText stdout,
    OutputText stderr) {
  /// A program whose `main` is run.
  Job(RunOrder order, ActiveRun run, Events events, Compiled program, Duration compile) {
    this(order, new RunsMain(order), null, run, events, program, compile);
  }

  Job(
      RunOrder order,
      Engagement engagement,
      @Nullable Yielding yielding,
      ActiveRun run,
      Events events,
      Compiled program,
      Duration compile) {
    this(
        order,
        engagement,
        yielding,
        run,
        events,
        program,
        compile,
        new OutputText(Stream.STDOUT, order.limits().stdoutBytes(), events),
        new OutputText(Stream.STDERR, order.limits().stderrBytes(), events));
  }

  /// What the harness is told of the program.
  Command.Prepare preparation() {
    return new Command.Prepare(
        engagement.task(),
        program.mainClass(),
        program.classes(),
        order.cores(),
        order.executor().word(),
        order.parallelism(),
        order.web(),
        yielding);
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
