package threadmill.server.settings;

import java.util.Arrays;
import java.util.List;
import threadmill.lab.ExecutorKind;

/// What `executor.kind` may be: the executor that a workload is handed.
public final class ExecutorKinds {
  public static final List<String> ALL =
      Arrays.stream(ExecutorKind.values()).map(ExecutorKind::word).toList();

  private ExecutorKinds() {}
}
