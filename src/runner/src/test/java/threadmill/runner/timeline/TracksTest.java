package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TracksTest {
  private static final int PROCESS = 7;

  @Test
  void the_most_that_lived_at_once_are_counted_threads_and_processes_alike() {
    var tracks = withMain();
    tracks.started(10, PROCESS, 8, PROCESS, PROCESS);
    tracks.started(20, 9, 9, PROCESS, 8);
    tracks.exited(30, 8);
    tracks.started(40, PROCESS, 10, PROCESS, PROCESS);
    tracks.exited(50, 9);
    tracks.exited(60, 10);

    assertThat(tracks.mostLiving()).isEqualTo(3);
    assertThat(tracks.living()).isEqualTo(1);
  }

  @Test
  void where_records_were_lost_nobody_knows_how_many_lived() {
    var tracks = withMain();
    tracks.started(10, PROCESS, 8, PROCESS, PROCESS);
    tracks.lost(1);
    tracks.started(20, PROCESS, 9, PROCESS, PROCESS);

    assertThat(tracks.mostLiving()).isZero();
  }

  private static Tracks withMain() {
    var tracks = new Tracks(0);
    tracks.process(PROCESS);
    tracks.found(PROCESS, PROCESS, "java", true);
    return tracks;
  }
}
