package threadmill.runner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import threadmill.runner.child.ChildJvms.Reservation;
import threadmill.runner.child.GraderJvm;
import threadmill.runner.compile.Compilation;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.compile.Compilers;
import threadmill.runner.compile.Reading;
import threadmill.runner.judge.Station;
import threadmill.runner.judge.StoppedException;
import threadmill.runner.judge.Workshop;
import threadmill.runner.sandbox.Sandboxes;

/// What this machine gives to one judging, and what stops when that is stopped.
///
/// Implementation note: the judging's thread uses it, and the threads of its subjects leave it.
/// `stops` are what may have to be killed; whoever adds one looks whether the judging was stopped
/// after adding it, and whoever stops the judging does so before it reads them: nothing is missed.
final class LocalWorkshop implements Workshop {
  private final String id;
  private final ActiveRun judging;
  private final Compilers compilers;
  private final Sandboxes sandboxes;
  private final Safeguards safeguards;
  private final Execute execute;
  private final Function<RunOrder, Reservation> reserving;
  private final Set<Stop> stops = ConcurrentHashMap.newKeySet();

  /// @param id of the judging
  /// @param judging whose end stops all
  /// @param reserving reserves a child JVM for an order
  LocalWorkshop(
      String id,
      ActiveRun judging,
      Compilers compilers,
      Sandboxes sandboxes,
      Safeguards safeguards,
      Execute execute,
      Function<RunOrder, Reservation> reserving) {
    this.id = id;
    this.judging = judging;
    this.compilers = compilers;
    this.sandboxes = sandboxes;
    this.safeguards = safeguards;
    this.execute = execute;
    this.reserving = reserving;
    judging.stoppedBy(() -> stops.forEach(Stop::now));
  }

  /// What is to be done when the judging is stopped; no more when closed.
  final class Stop implements AutoCloseable {
    private final Runnable action;

    private Stop(Runnable action) {
      this.action = action;
    }

    private void now() {
      action.run();
    }

    @Override
    public void close() {
      stops.remove(this);
    }
  }

  Stop stopping(Runnable action) {
    var stop = new Stop(action);
    stops.add(stop);
    if (judging.ending().isPresent()) {
      stop.now();
    }
    return stop;
  }

  String id() {
    return id;
  }

  Execute execute() {
    return execute;
  }

  Reservation reserve(RunOrder order) {
    return reserving.apply(order);
  }

  @Override
  public Compilation compile(List<SourceFile> files) throws InterruptedException {
    return compilers.compile(files);
  }

  @Override
  public Compilation compileTests(List<SourceFile> files) throws InterruptedException {
    return compilers.compileTests(files);
  }

  @Override
  public Reading read(List<SourceFile> files, List<SourceFile> beside) throws InterruptedException {
    return compilers.read(files, beside);
  }

  @Override
  public Optional<Judgement> offence(Compiled program) {
    return safeguards.offence(program.classes().keySet());
  }

  @Override
  public GraderJvm grader() {
    checkpoint();
    var grader = GraderJvm.start(sandboxes);
    var _ = stopping(grader::kill);
    return grader;
  }

  @Override
  public Station station(int cores, boolean alone) throws InterruptedException {
    var waiting = new ActiveRun();
    try (var _ = stopping(() -> waiting.end(new Ending.Cancelled()))) {
      return execute
          .place(cores, alone, waiting)
          .<Station>map(place -> new LocalStation(this, place))
          .orElseThrow(StoppedException::new);
    }
  }

  @Override
  public void checkpoint() {
    if (judging.ending().isPresent()) {
      throw new StoppedException();
    }
  }
}
