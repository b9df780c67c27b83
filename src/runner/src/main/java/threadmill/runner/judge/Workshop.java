package threadmill.runner.judge;

import java.util.List;
import java.util.Optional;
import threadmill.runner.Judgement;
import threadmill.runner.SourceFile;
import threadmill.runner.child.GraderJvm;
import threadmill.runner.compile.Compilation;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.compile.Reading;

/// What a judging gets from its runner; good for one judging.
public interface Workshop {

  /// Compiles a program.
  Compilation compile(List<SourceFile> files) throws InterruptedException;

  /// Compiles tests of an exercise.
  Compilation compileTests(List<SourceFile> files) throws InterruptedException;

  /// Reads what files use.
  ///
  /// @param beside files that they are compiled with, whose own uses do not count
  Reading read(List<SourceFile> files, List<SourceFile> beside) throws InterruptedException;

  /// Why a program's classes may not be loaded, if so.
  Optional<Judgement> offence(Compiled program);

  /// Starts a grader; whoever asks closes it.
  GraderJvm grader();

  /// Waits for cores and has them until it is closed.
  ///
  /// @param alone whether nobody else may use them
  /// @throws StoppedException when the judging is stopped meanwhile
  Station station(int cores, boolean alone) throws InterruptedException;

  /// Goes on unless the judging has been stopped.
  ///
  /// @throws StoppedException when it has
  void checkpoint();
}
