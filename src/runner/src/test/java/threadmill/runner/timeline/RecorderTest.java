package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import threadmill.runner.timeline.Lane.Kind;
import threadmill.runner.timeline.Slice.State;
import threadmill.runner.timeline.Timeline.Source;
import threadmill.runner.timeline.programs.Parent;
import threadmill.runner.timeline.programs.PingPong;
import threadmill.runner.timeline.programs.ShortThreads;
import threadmill.runner.timeline.programs.Spinners;
import threadmill.runner.timeline.programs.Waits;

class RecorderTest {

  @ParameterizedTest
  @EnumSource
  void two_tasks_on_one_core_alternate_and_match_schedstat_within_2_percent(Source source)
      throws Exception {
    try (var run = new Recorded(source, "0", Spinners.class, 2, 2000)) {
      run.release();
      run.await("done");
      var schedstat = run.schedstat();
      var timeline = run.finish();
      assertThat(timeline.source()).isEqualTo(source);
      for (var name : List.of("task-1", "task-2")) {
        var lane = Recorded.lane(timeline, name);
        long running = Recorded.time(lane, State.RUNNING);
        long kernel = schedstat.getOrDefault(name, 0L);
        System.out.printf(
            "%s %s: timeline %d ns, schedstat %d ns, %.3f %% apart%n",
            source, name, running, kernel, 100.0 * Math.abs(running - kernel) / kernel);
        assertThat(running).isCloseTo(kernel, Percentage.withPercentage(2));
        assertThat(Recorded.time(lane, State.RUNNABLE)).isGreaterThan(500_000_000);
      }
      var core = Recorded.lane(timeline, "core 0");
      var tasks =
          core.slices().stream()
              .map(slice -> slice.detail() == null ? null : slice.detail().task())
              .filter(task -> task != null && task.startsWith("task-"))
              .toList();
      long turns = 0;
      for (int i = 1; i < tasks.size(); i++) {
        turns += tasks.get(i).equals(tasks.get(i - 1)) ? 0 : 1;
      }
      assertThat(turns).isGreaterThan(20);
      long onCore =
          Recorded.time(Recorded.lane(timeline, "task-1"), State.RUNNING)
              + Recorded.time(Recorded.lane(timeline, "task-2"), State.RUNNING);
      long shown = Recorded.time(core, State.RUNNING);
      System.out.printf("%s core 0 shows %d of %d ns%n", source, shown, onCore);
      assertThat(shown).isGreaterThan(onCore * 9 / 10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void two_tasks_on_two_cores_run_at_the_same_time(Source source) throws Exception {
    Assumptions.assumeTrue(Recorded.cpuCount() > 1, "needs two CPUs");
    try (var run = new Recorded(source, "0,1", Spinners.class, 2, 1000)) {
      run.release();
      run.pin("task-1", 0);
      run.pin("task-2", 1);
      run.await("done");
      var timeline = run.finish();
      long together =
          together(Recorded.lane(timeline, "core 0"), Recorded.lane(timeline, "core 1"));
      System.out.printf("%s two cores: both at work for %d ns%n", source, together);
      assertThat(together).isGreaterThan(100_000_000);
    }
  }

  private static long together(Lane one, Lane other) {
    long sum = 0;
    for (var slice : one.slices()) {
      for (var beside : other.slices()) {
        sum +=
            Math.max(0, Math.min(slice.to(), beside.to()) - Math.max(slice.from(), beside.from()));
      }
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void time_off_the_cores_bears_the_sampled_state_and_lanes_the_full_name(Source source)
      throws Exception {
    try (var run = new Recorded(source, "0", Waits.class)) {
      run.release();
      run.await("done");
      var timeline = run.finish();
      assertMostly(State.SLEEPING, Recorded.lane(timeline, "sleeper-with-a-long-name"));
      assertMostly(State.WAITING, Recorded.lane(timeline, "waiting-with-a-long-name"));
      assertMostly(State.BLOCKED, Recorded.lane(timeline, "blocked-with-a-long-name"));
      // Two threads with one native name, always in the same state.
      var parking =
          timeline.lanes().stream()
              .filter(lane -> lane.name().startsWith("parking-with-a-long"))
              .toList();
      assertThat(parking).hasSize(2);
      parking.forEach(lane -> assertMostly(State.PARKED, lane));
    }
  }

  /// It waits for 300 ms or more, and never in another way. How much longer it takes to come to a
  /// core again is the machine's affair.
  private static void assertMostly(State state, Lane lane) {
    var waits = EnumSet.of(State.SLEEPING, State.WAITING, State.BLOCKED, State.PARKED);
    waits.remove(state);
    assertThat(Recorded.time(lane, state)).as(lane.name()).isGreaterThan(250_000_000);
    assertThat(waits).allSatisfy(other -> assertThat(Recorded.time(lane, other)).isZero());
  }

  @Test
  void more_tasks_than_were_allowed_are_noticed_while_they_run() throws Exception {
    try (var run = new Recorded(Source.PERF, "0", Spinners.class, 5, 10)) {
      var noticed = new CountDownLatch(1);
      run.recorder.whenTasksExceed(4, noticed::countDown);

      run.release();

      assertThat(noticed.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(run.recorder.moreTasks()).isGreaterThan(4);
    }
  }

  @Test
  void the_kernel_s_record_has_every_short_thread() throws Exception {
    try (var run = new Recorded(Source.PERF, "0", ShortThreads.class, 200)) {
      run.release();
      run.await("done");
      var timeline = run.finish();
      assertThat(timeline.droppedSlices()).isZero();
      var names =
          timeline.lanes().stream().map(Lane::name).filter(name -> name.startsWith("short-"));
      assertThat(names).hasSize(200).doesNotHaveDuplicates();
      var one = Recorded.lane(timeline, "short-100");
      assertThat(Recorded.time(one, State.RUNNING)).isBetween(20_000L, 50_000_000L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void threads_that_hand_over_thousands_of_times_leave_no_disorder(Source source) throws Exception {
    try (var run = new Recorded(source, "0", PingPong.class, 20_000)) {
      run.release();
      run.await("done");
      var timeline = run.finish();
      var ping = Recorded.lane(timeline, "ping");
      if (source == Source.PERF) {
        assertThat(timeline.droppedSlices()).isZero();
        assertThat(ping.slices()).hasSizeGreaterThan(20_000);
        assertThat(run.live.stream().mapToLong(part -> part.mergedSlices()).sum()).isPositive();
      }
      assertThat(Recorded.time(ping, State.RUNNING)).isPositive();
      assertThat(run.live)
          .allSatisfy(part -> assertThat(part.slices()).hasSizeLessThanOrEqualTo(100));
    }
  }

  @ParameterizedTest
  @EnumSource
  void cpu_time_counts_a_child_process_and_is_there_after_the_end(Source source) throws Exception {
    try (var run = new Recorded(source, "0", Parent.class, 500)) {
      run.release();
      run.await("done");
      long alive = run.recorder.cpuNanos();
      assertThat(alive).isBetween(500_000_000L, 5_000_000_000L);
      var timeline = run.finish();
      assertThat(timeline.lanes().stream().filter(lane -> lane.pid() == 2).map(Lane::name).toList())
          .contains("main", "VM Thread");
      run.letGo();
      assertThat(run.awaitEnd()).isZero();
      assertThat(run.recorder.cpuNanos()).isGreaterThanOrEqualTo(alive);
    }
  }

  @ParameterizedTest
  @EnumSource
  void cpu_time_is_what_the_process_s_own_counters_say_system_time_included(Source source)
      throws Exception {
    try (var run = new Recorded(source, "0", PingPong.class, 30_000)) {
      long before = cpuTicks(run.javaPid());
      run.release();
      run.await("done");
      long ours = run.recorder.cpuNanos();
      long kernel = (cpuTicks(run.javaPid()) - before) * 10_000_000;
      System.out.printf("%s cpu: ours %d ns, utime + stime %d ns%n", source, ours, kernel);
      assertThat(ours).isCloseTo(kernel, within(40_000_000L));
    }
  }

  private static long cpuTicks(long pid) throws Exception {
    var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(words[11]) + Long.parseLong(words[12]);
  }

  @ParameterizedTest
  @EnumSource
  void a_thread_that_runs_for_long_is_seen_growing(Source source) throws Exception {
    try (var run = new Recorded(source, "0", Spinners.class, 1, 1000)) {
      run.release();
      run.await("done");
      run.finish();
      int lane =
          run.live.stream()
              .flatMap(part -> part.lanes().stream())
              .filter(candidate -> candidate.name().equals("task-1"))
              .findFirst()
              .orElseThrow()
              .id();
      assertThat(
              run.live.stream()
                  .filter(part -> part.slices().stream().anyMatch(s -> s.lane() == lane))
                  .count())
          .isGreaterThanOrEqualTo(3);
      assertThat(run.live.getLast().atNanos()).isGreaterThan(500_000_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_killed_sandbox_keeps_its_timeline_and_its_cpu_time(Source source) throws Exception {
    try (var run = new Recorded(source, "0", Spinners.class, 1, 400)) {
      run.release();
      run.await("done");
      long alive = run.recorder.cpuNanos();
      long kernel = run.schedstat().getOrDefault("task-1", 0L);
      run.awaitLive();
      run.kill();
      assertThat(run.recorder.cpuNanos()).isGreaterThanOrEqualTo(alive);
      var timeline = run.finish();
      assertThat(Recorded.time(Recorded.lane(timeline, "task-1"), State.RUNNING))
          .isCloseTo(kernel, Percentage.withPercentage(2));
      assertThat(timeline.lanes()).noneMatch(lane -> lane.name().equals("GC Thread#0"));
      assertThat(Recorded.lane(timeline, "main").kind()).isEqualTo(Kind.THREAD);
    }
  }
}
