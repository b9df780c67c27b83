package threadmill.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.runner.RunnerConfig;
import threadmill.runner.timeline.Recorders;
import threadmill.runner.timeline.Timeline.Source;

class SandboxTest {
  @Test
  void one_that_cannot_start_says_why(@TempDir Path home) {
    var spec =
        new SandboxSpec(List.of("-XX:NoSuchSwitch=1", "Main"), List.of(0), 32, 8, null, false);
    var sampled = new Recorders(Source.PROC);
    try (var sandboxes =
            new Sandboxes(
                home,
                RunnerConfig.in(home).sandboxUser(),
                (pid, cores) -> sampled.open(pid, new int[] {0}));
        var sandbox = sandboxes.start(spec)) {
      assertThat(sandbox.lastWords()).contains("NoSuchSwitch");
    }
  }
}
