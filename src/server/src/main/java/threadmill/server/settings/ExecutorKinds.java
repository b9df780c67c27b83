package threadmill.server.settings;

import java.util.List;

/// What `executor.kind` may be: the executor that a workload is handed.
public final class ExecutorKinds {
  public static final List<String> ALL =
      List.of("caller", "single", "fixed", "cached", "forkjoin", "virtual", "process");

  private ExecutorKinds() {}
}
