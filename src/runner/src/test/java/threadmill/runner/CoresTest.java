package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoresTest {

  @Test
  void runs_get_the_cores_that_the_fewest_others_have() {
    var cores = new Cores(List.of(3, 5));
    try (var first = cores.take(1);
        var second = cores.take(1)) {
      assertThat(first.numbers()).containsExactly(3);
      assertThat(second.numbers()).containsExactly(5);
    }
    try (var both = cores.take(2)) {
      assertThat(both.numbers()).containsExactly(3, 5);
    }
  }

  @Test
  void a_core_that_is_given_back_is_taken_again() {
    var cores = new Cores(List.of(0, 1));
    var first = cores.take(1);
    try (var second = cores.take(1)) {
      first.close();
      try (var third = cores.take(1)) {
        assertThat(third.numbers()).containsExactly(0).isNotEqualTo(second.numbers());
      }
    }
  }
}
