package threadmill.server.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import threadmill.server.comparison.ComparisonView.Setting;
import threadmill.server.run.RunRequest;

class CompareSettingsTest {

  @Test
  void settings_that_are_the_same_are_not_told() {
    assertThat(CompareSettings.differing(request(2, "1000", null), request(2, "1000", null)))
        .isEmpty();
  }

  @Test
  void what_differs_is_told_by_its_field_in_the_order_of_a_request() {
    var web = new RunRequest.Web(50, 1000, 0.0, 1);

    assertThat(CompareSettings.differing(request(1, "1000", null), request(2, "2000", web)))
        .containsExactly(
            new Setting("cores", "1", "2"),
            new Setting("args[0]", "1000", "2000"),
            new Setting("web.latencyMillis", null, "50"),
            new Setting("web.bytes", null, "1000"),
            new Setting("web.errorRate", null, "0.0"),
            new Setting("web.seed", null, "1"));
  }

  private static RunRequest request(int cores, String argument, RunRequest.@Nullable Web web) {
    return new RunRequest(
        List.of(),
        "process",
        new RunRequest.Executor("fixed", 2),
        cores,
        "",
        List.of(argument),
        new RunRequest.Limits(10_000, 128, 1 << 20, 1 << 20, 512),
        web);
  }
}
