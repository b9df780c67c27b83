package threadmill.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.runner.RunnerConfig;

class SandboxTest {
  @Test
  void one_that_cannot_start_says_why(@TempDir Path home) {
    var java = List.of("-XX:NoSuchSwitch=1", "Main");
    var spec = new SandboxSpec(java, new Bounds(32, 8, null), false, new Aot.None());
    try (var sandboxes =
            new Sandboxes(
                home,
                RunnerConfig.in(home).sandboxUser(),
                pid -> {
                  throw new AssertionError("it is not to be recorded");
                });
        var sandbox = sandboxes.start(spec)) {
      assertThat(sandbox.lastWords()).contains("NoSuchSwitch");
    }
  }
}
