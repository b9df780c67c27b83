package threadmill.runner.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void a_setting_of_several_digits_is_read_whole() throws IOException {
    var path = "/proc/sys/kernel/pid_max";
    try (var cat = new ProcessBuilder("cat", path).start().getInputStream()) {
      var expected = new String(cat.readAllBytes(), StandardCharsets.UTF_8).trim();
      assertThat(Settings.of(path)).hasSizeGreaterThan(1).isEqualTo(expected);
    }
  }
}
