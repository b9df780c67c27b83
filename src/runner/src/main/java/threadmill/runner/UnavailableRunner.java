package threadmill.runner;

import java.util.List;
import threadmill.runner.judge.JudgeListener;
import threadmill.runner.judge.JudgeOrder;
import threadmill.runner.judge.JudgeReport;

/// Stands in where this machine cannot hold sandboxes: it takes no run and says why.
final class UnavailableRunner implements Runner {
  private final String why;

  UnavailableRunner(String why) {
    this.why = why;
  }

  @Override
  public RunResult run(RunOrder order, RunListener listener) {
    throw new RunnerException(why);
  }

  @Override
  public JudgeReport judge(JudgeOrder order, JudgeListener listener) {
    throw new RunnerException(why);
  }

  @Override
  public boolean cancel(String id) {
    return false;
  }

  @Override
  public String unavailable() {
    return why;
  }

  @Override
  public List<Layer> layers() {
    return List.of();
  }

  @Override
  public Fingerprint machine() {
    throw new RunnerException(why);
  }

  @Override
  public void close() {}
}
