package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersTest {
  @TempDir Path home;

  @Test
  void a_runner_says_which_layers_hold_and_names_no_path_of_the_host() {
    try (var runner = new LocalRunner(RunnerConfig.in(home))) {
      var layers = runner.layers();

      assertThat(layers)
          .filteredOn(layer -> !layer.name().equals("Control group"))
          .allMatch(Layer::active);
      assertThat(layers)
          .extracting(Layer::name)
          .containsExactly(
              "Namespaces",
              "Mounts",
              "System calls",
              "Privileges",
              "Limits",
              "Control group",
              "Supervisor",
              "Recording");
      assertThat(layers)
          .extracting(Layer::detail)
          .allMatch(detail -> detail.endsWith("."))
          .noneMatch(detail -> detail.contains(home.toString()) || detail.contains("/var/"));
    }
  }

  @Test
  void a_runner_without_sandboxes_has_no_layers() {
    assertThat(new UnavailableRunner("no namespaces").layers()).isEmpty();
  }
}
