package threadmill.harness.pool;

import java.io.IOException;
import threadmill.harness.Link;
import threadmill.harness.NativeAccess;
import threadmill.harness.wire.PoolCommand;
import threadmill.harness.wire.PoolReport;

/// Entry point of a child JVM that many runs share: serves whatever the runner sends until that
/// goes.
///
/// Implementation note: the main thread reads commands; each run has a main thread of its own; the
/// [Warden] sees to all. What is told goes through [Link], whose lock is the last that anybody
/// takes.
public final class PoolMain {
  private PoolMain() {}

  /// Serves runs.
  public static void main(String[] args) throws Exception {
    NativeAccess.deny();
    var link = Link.open();
    Serve.Tells tells = report -> tell(link, report);
    var warden = new Warden(tells);
    warden.start();
    link.send(new PoolReport.Hello());
    for (var command = link.receiveForPool(); command != null; command = link.receiveForPool()) {
      switch (command) {
        case PoolCommand.Start start -> warden.serve(new Serve(start, tells));
        case PoolCommand.Stop(int run) -> warden.stop(run);
        case PoolCommand.Ping(int number) -> warden.ping(number);
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private static void tell(Link link, PoolReport report) {
    try {
      link.send(report);
    } catch (IOException _) {
      // The runner has gone, and takes this sandbox with it.
    }
  }
}
