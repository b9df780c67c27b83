package threadmill.harness;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import threadmill.harness.web.WebServer;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.Report;
import threadmill.lab.Lab;

/// Entry point of the child JVM: waits for one program, runs it as `java` itself would, and ends.
public final class Main {
  /// For [SandboxHost]; set before a thread of the program exists.
  static @Nullable Link link;

  static @Nullable Program program;

  private Main() {}

  /// Runs the one program that the runner sends.
  public static void main(String[] args) throws Throwable {
    NativeAccess.deny();
    var link = Link.open();
    // Before a program is there that could bind them, and so that a sandbox without is none of its
    // faults.
    var web = System.getProperty(WebServer.PROPERTY) == null ? null : WebServer.bind();
    link.send(new Report.Hello());
    if (!(link.receive() instanceof Command.Prepare prepare)) {
      return;
    }
    System.setProperty(Lab.CORES_PROPERTY, Integer.toString(prepare.cores()));
    System.setProperty(Lab.PARALLELISM_PROPERTY, Integer.toString(prepare.parallelism()));
    System.setProperty(Lab.EXECUTOR_PROPERTY, prepare.executor());
    var program = Program.of(prepare);
    Work work;
    try {
      work = work(prepare, program, link);
    } catch (NoMainException e) {
      link.send(new Report.NoMain(e.reason()));
      return;
    }
    Main.link = link;
    Main.program = program;
    if (web != null && prepare.web() != null) {
      web.start(prepare.web(), Threads.systemGroup(), () -> tellOfHttps(link));
    }
    var watch = new Watch(link, program);
    link.send(new Report.Ready());
    if (!(link.receive() instanceof Command.Go)) {
      return;
    }
    watch.start();
    try {
      work.doIt();
    } catch (Throwable thrown) {
      link.send(new Report.MainThrew(program.describe(thrown)));
      // The JVM prints it, waits for the other threads and exits with 1, as it always does.
      throw thrown;
    }
    watch.mainReturned();
  }

  /// What the main thread does once the program is released.
  private interface Work {
    void doIt() throws Throwable;
  }

  private static Work work(Command.Prepare prepare, Program program, Link link)
      throws NoMainException {
    return switch (prepare.task()) {
      case Command.RunMain(var args) -> {
        var main = program.main();
        yield () -> main.call(args);
      }
      case Command.ServeCalls() ->
          new ServeCalls(program, new Disturbance(prepare.yielding()), link)::untilFinished;
    };
  }

  private static void tellOfHttps(Link link) {
    try {
      link.send(new Report.HttpsTried());
    } catch (IOException _) {
      // The runner has gone and takes the sandbox with it.
    }
  }
}
