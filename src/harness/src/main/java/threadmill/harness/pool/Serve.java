package threadmill.harness.pool;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threadmill.harness.Deadlocks;
import threadmill.harness.Leaks;
import threadmill.harness.MainMethod;
import threadmill.harness.NoMainException;
import threadmill.harness.Program;
import threadmill.harness.weave.AllowList;
import threadmill.harness.weave.Check;
import threadmill.harness.weave.Checked;
import threadmill.harness.weave.Hierarchy;
import threadmill.harness.weave.Replacements;
import threadmill.harness.wire.PoolCommand.Start;
import threadmill.harness.wire.PoolReport;
import threadmill.harness.wire.Report;

/// Serves one run: its main thread checks the program, defines it and calls its `main`.
///
/// Implementation note: the main thread writes `deadlocks` and then `loaded`, which is volatile;
/// the warden reads them, and owns `meter`, `leaks` and `endingSince`.
final class Serve implements Runnable {
  private static final AllowList ALLOWED = AllowList.read();
  private static final Replacements REPLACEMENTS = Surroundings.replacements();

  final Run run;
  final Meter meter = new Meter();
  final Leaks leaks;
  private final Start order;
  private final Tells tells;
  private final Thread main;
  private @Nullable Deadlocks deadlocks;
  private volatile boolean loaded;
  private volatile boolean mainEnded;
  private volatile int exitCode;

  /// When it was seen that the run is over, or 0.
  long endingSince;

  /// Takes what is to be told to the runner.
  @FunctionalInterface
  interface Tells {
    void tell(PoolReport report);
  }

  Serve(Start order, Tells tells) {
    this.order = order;
    this.tells = tells;
    this.run =
        new Run(
            order.run(),
            order.allowance(),
            order.stdin(),
            (toStderr, text) -> tells.tell(new PoolReport.Wrote(order.run(), toStderr, text)));
    this.leaks = new Leaks(Carriers.virtualThreads(run));
    this.main = new RunThread(run, this, "main");
  }

  void start(Thread warden) {
    run.watchedBy(warden);
    main.start();
  }

  @Override
  public void run() {
    try {
      load().ifPresent(this::call);
    } catch (Stopped _) {
      // The warden knows why.
    } finally {
      mainEnded = true;
      run.wakeWarden();
    }
  }

  /// Defines the program, or tells why not.
  private Optional<MainMethod> load() {
    try {
      var hierarchy = new Hierarchy(order.classes());
      if (new Check(hierarchy, ALLOWED, REPLACEMENTS).check() instanceof Checked.Refused refused) {
        tells.tell(new PoolReport.Refused(run.number, refused.place(), refused.member()));
        return Optional.empty();
      }
      var loader = new RunLoader(run, order.classes(), hierarchy, REPLACEMENTS);
      var defined = Program.of(loader, loader::owns, order.mainClass());
      var method = defined.main();
      deadlocks = new Deadlocks(defined, Carriers.virtualThreads(run));
      loaded = true;
      return Optional.of(method);
    } catch (NoMainException e) {
      tells.tell(new PoolReport.NotStarted(run.number, e.reason()));
    } catch (IllegalArgumentException | StackOverflowError e) {
      tells.tell(
          new PoolReport.NotStarted(
              run.number, "The class files cannot be read (%s)".formatted(e.getMessage())));
    }
    return Optional.empty();
  }

  private void call(MainMethod method) {
    tells.tell(new PoolReport.Began(run.number));
    try {
      method.call(order.args());
      say(new Report.MainReturned());
    } catch (Throwable thrown) {
      if (!run.stop) {
        say(new Report.MainThrew(method.program().describe(thrown)));
        // As java would: it prints the trace, waits for the other threads and exits with 1.
        run.group.uncaughtException(main, thrown);
        exitCode = 1;
      }
    }
  }

  void say(Report report) {
    tells.tell(new PoolReport.Said(run.number, report));
  }

  /// Whether nothing of the program keeps the JVM alive any more.
  boolean isOver(List<Thread> alive) {
    return mainEnded && alive.stream().allMatch(Thread::isDaemon);
  }

  boolean mainEnded() {
    return mainEnded;
  }

  int exitCode() {
    return exitCode;
  }

  /// Finds deadlocks, once the program is defined.
  Optional<Deadlocks> deadlocks() {
    return loaded ? Optional.ofNullable(deadlocks) : Optional.empty();
  }
}
