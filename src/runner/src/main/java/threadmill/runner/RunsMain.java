package threadmill.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.Report;
import threadmill.runner.Judgement.Stage;
import threadmill.runner.child.HarnessLink;
import threadmill.runner.sandbox.Sandbox;

/// A program's `main` is run, from the release to its end.
record RunsMain(RunOrder order) implements Engagement {
  @Override
  public Command.Task task() {
    return new Command.RunMain(order.args());
  }

  @Override
  public void begin(HarnessLink harness, Sandbox sandbox) throws IOException {
    try (var stdin = sandbox.stdin()) {
      harness.send(new Command.Go());
      stdin.write(order.stdin().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public boolean answered(Report.Reply reply) {
    return false;
  }

  @Override
  public long wallSpent(long releasedAt, long now) {
    return now - releasedAt;
  }

  @Override
  public long cpuBefore() {
    return 0;
  }

  @Override
  public Stage stage(boolean mainReturned) {
    return new Stage("main", mainReturned);
  }

  @Override
  public Judgement ofItself(Judgement byItself) {
    return byItself;
  }

  @Override
  public void over() {}
}
