package threadmill.runner.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.runner.RunnerConfig;
import threadmill.runner.RunnerException;
import threadmill.runner.child.ChildJvms.Stock;
import threadmill.runner.sandbox.Bounds;
import threadmill.runner.sandbox.NotStartedException;
import threadmill.runner.sandbox.Sandboxes;
import threadmill.runner.timeline.Recorders;
import threadmill.runner.timeline.Timeline.Source;

class ChildJvmsTest {
  private static final Bounds USUAL = new Bounds(64, 64, Duration.ofMinutes(1));

  private Sandboxes sandboxes;
  private ChildJvms children;

  @BeforeEach
  void start(@TempDir Path home) {
    var config = RunnerConfig.in(home);
    sandboxes =
        new Sandboxes(config.home(), config.sandboxUser(), new Recorders(Source.PROC)::open);
    children =
        new ChildJvms(
            sandboxes,
            ChildJvm.spec(sandboxes, USUAL, true),
            ChildJvm.spec(sandboxes, USUAL, true).withWeb(true),
            new Stock(USUAL, 1, 2, 1));
  }

  @AfterEach
  void stop() {
    children.close();
    sandboxes.close();
  }

  @Test
  void one_that_was_used_never_serves_again() throws Exception {
    ChildJvm first;
    try (var reserved = children.reserve(USUAL)) {
      first = reserved.take();
    }
    try (var reserved = children.reserve(USUAL)) {
      assertThat(reserved.take()).isNotEqualTo(first);
    }
    assertThat(first.sandbox().waitFor(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void one_that_did_not_last_is_replaced_within_its_reservation() throws Exception {
    try (var reserved = children.reserve(USUAL)) {
      var lost = reserved.take();
      lost.sandbox().kill();
      reserved.renew();

      var other = reserved.take();

      assertThat(other).isNotEqualTo(lost);
      assertThat(other.sandbox().alive()).isTrue();
    }
  }

  @Test
  void unusual_bounds_are_had_too() throws Exception {
    var unusual = new Bounds(96, 64, Duration.ofMinutes(1));
    try (var reserved = children.reserve(unusual)) {
      assertThat(reserved.take().sandbox().spec().bounds()).isEqualTo(unusual);
    }
  }

  @Test
  void bounds_in_which_no_jvm_starts_are_refused_to_who_asked() {
    try (var reserved = children.reserve(new Bounds(1, 64, Duration.ofMinutes(1)))) {
      assertThatThrownBy(reserved::take)
          .isInstanceOfSatisfying(
              NotStartedException.class,
              refused ->
                  assertThat(refused.said()).contains("Error occurred during initialization"));
    }
  }

  @Test
  void a_stopped_stock_leaves_no_process_and_takes_no_reservation() throws Exception {
    ChildJvm waiting;
    try (var reserved = children.reserve(USUAL)) {
      waiting = reserved.take();
    }

    children.close();

    assertThat(waiting.sandbox().alive()).isFalse();
    assertThat(children.idle()).isZero();
    assertThatThrownBy(() -> children.reserve(USUAL)).isInstanceOf(RunnerException.class);
  }
}
