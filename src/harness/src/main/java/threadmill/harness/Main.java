package threadmill.harness;

import threadmill.harness.wire.Command;
import threadmill.harness.wire.Report;
import threadmill.lab.Lab;

/// Entry point of the child JVM: waits for one program, runs it as `java` itself would, and ends.
public final class Main {
  private Main() {}

  /// Runs the one program that the runner sends.
  public static void main(String[] args) throws Throwable {
    NativeAccess.deny();
    var link = Link.open();
    link.send(new Report.Hello());
    if (!(link.receive() instanceof Command.Prepare prepare)) {
      return;
    }
    System.setProperty(Lab.CORES_PROPERTY, Integer.toString(prepare.cores()));
    System.setProperty(Lab.PARALLELISM_PROPERTY, Integer.toString(prepare.parallelism()));
    Program program;
    try {
      program = Program.load(prepare);
    } catch (NoMainException e) {
      link.send(new Report.NoMain(e.reason()));
      return;
    }
    var watch = new Watch(link, program);
    link.send(new Report.Ready());
    if (!(link.receive() instanceof Command.Go)) {
      return;
    }
    watch.start();
    try {
      program.main(prepare.args());
    } catch (Throwable thrown) {
      link.send(program.describe(thrown));
      // The JVM prints it, waits for the other threads and exits with 1, as it always does.
      throw thrown;
    }
    watch.mainReturned();
  }
}
