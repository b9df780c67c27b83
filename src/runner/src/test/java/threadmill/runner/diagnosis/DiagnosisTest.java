package threadmill.runner.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Lane.Kind;
import threadmill.runner.timeline.Slice;
import threadmill.runner.timeline.Slice.Detail;
import threadmill.runner.timeline.Slice.State;
import threadmill.runner.timeline.Timeline;

/// Each finding at its threshold, and none just below. A run lasts 1,000 ms here.
class DiagnosisTest {
  private static final long MS = 1_000_000;
  private static final long END = 1_000 * MS;

  private static Slice slice(long fromMs, long toMs, State state) {
    return new Slice(fromMs * MS, toMs * MS, state, state == State.RUNNING ? 0 : null, null);
  }

  private static Slice waits(long fromMs, long toMs, State state, Detail detail) {
    return new Slice(fromMs * MS, toMs * MS, state, null, detail);
  }

  private static Lane thread(int id, String name, Slice... slices) {
    return new Lane(id, Kind.THREAD, 1, name, List.of(slices));
  }

  private static Timeline timeline(int cores, Lane... threads) {
    List<Lane> lanes = new ArrayList<>(List.of(threads));
    IntStream.range(0, cores)
        .forEach(core -> lanes.add(new Lane(100 + core, Kind.CORE, 0, "core " + core, List.of())));
    return new Timeline(Instant.EPOCH, END, lanes, List.of(), List.of(), Timeline.Source.PERF, 0);
  }

  private static <F extends Finding> List<F> found(Class<F> kind, Timeline timeline) {
    var findings = Diagnosis.of(timeline);
    assertThat(findings)
        .allSatisfy(finding -> {
          assertThat(finding.evidence()).isNotEmpty();
          assertThat(finding.evidence()).allMatch(each -> each.from() < each.to());
          assertThat(Sentences.of(finding)).endsWith(".");
        });
    return findings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Found with the first figure, not with the second.
  private static <F extends Finding> F only(
      Class<F> kind, IntFunction<Timeline> of, int at, int below) {
    assertThat(found(kind, of.apply(below))).isEmpty();
    var findings = found(kind, of.apply(at));
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @Test
  void a_program_that_computes_is_cpu_bound() {
    var found =
        only(
            Finding.CpuBound.class,
            busy ->
                timeline(
                    1,
                    thread(
                        1,
                        "main",
                        slice(0, busy, State.RUNNING),
                        slice(busy, 1000, State.SLEEPING))),
            800,
            799);
    assertThat(found.evidence()).containsExactly(new Evidence(1, 0, 800 * MS));
  }

  @Test
  void a_program_that_reads_is_io_bound_and_one_that_sleeps_says_so() {
    for (var state : List.of(State.IO, State.SLEEPING)) {
      var found =
          only(
              Finding.IoBound.class,
              quiet ->
                  timeline(
                      1,
                      thread(1, "main", slice(0, quiet, state), slice(quiet, 1000, State.RUNNING))),
              500,
              499);
      assertThat(found.sleeping()).isEqualTo(state == State.SLEEPING);
      assertThat(found.share()).isEqualTo(0.5);
    }
  }

  @Test
  void a_contended_lock_is_named_with_its_holder_and_its_waiters() {
    var detail = new Detail("java.lang.Object@1b", 1, null);
    for (var state : List.of(State.BLOCKED, State.PARKED)) {
      var found =
          only(
              Finding.LockContention.class,
              waited ->
                  timeline(
                      2,
                      thread(1, "holder", slice(0, 1000, State.RUNNING)),
                      thread(
                          2,
                          "waiter",
                          waits(0, waited, state, detail),
                          slice(waited, 1000, State.SLEEPING))),
              100,
              99);
      assertThat(found.lock()).isEqualTo("java.lang.Object@1b");
      assertThat(found.holder()).isEqualTo("holder");
      assertThat(found.waiters()).isEqualTo(1);
      assertThat(Sentences.of(found)).contains("java.lang.Object@1b", "held by holder", "100.0 ms");
    }
  }

  @Test
  void a_queue_that_nobody_owns_is_no_contended_lock() {
    var queue = new Detail("java.util.concurrent.locks.ConditionObject@1b", null, null);
    var timeline = timeline(2, thread(1, "taker", waits(0, 1000, State.PARKED, queue)));
    assertThat(found(Finding.LockContention.class, timeline)).isEmpty();
  }

  @Test
  void a_serial_section_is_found_where_work_was_parallel_besides() {
    var found =
        only(
            Finding.SerialSection.class,
            alone ->
                timeline(
                    2,
                    thread(
                        1,
                        "first",
                        slice(0, 100 + alone, State.RUNNING),
                        slice(100 + alone, 1000, State.PARKED)),
                    thread(
                        2, "second", slice(0, 100, State.RUNNING), slice(100, 1000, State.PARKED))),
            300,
            299);
    assertThat(found.thread()).isEqualTo("first");
    assertThat(found.evidence()).containsExactly(new Evidence(1, 100 * MS, 400 * MS));
  }

  @Test
  void uneven_work_names_the_busiest() {
    var found =
        only(
            Finding.Imbalance.class,
            busiest ->
                timeline(
                    2,
                    thread(1, "lazy", slice(0, 100, State.RUNNING)),
                    thread(2, "busy", slice(0, busiest, State.RUNNING))),
            300,
            299);
    assertThat(found.busiest()).isEqualTo("busy");
    assertThat(found.times()).isEqualTo(1.5);
  }

  @Test
  void more_threads_than_cores_wait_for_one() {
    var found =
        only(
            Finding.Oversubscription.class,
            ready ->
                timeline(
                    1,
                    thread(1, "one", slice(0, 750, State.RUNNING)),
                    thread(2, "two", slice(0, ready, State.RUNNABLE))),
            250,
            249);
    assertThat(found.share()).isEqualTo(0.25);
  }

  @Test
  void a_pool_whose_threads_all_wait_for_results_is_starved() {
    var result =
        new Detail(
            "java.util.concurrent.FutureTask@1",
            null,
            null,
            "java.util.concurrent.FutureTask.awaitDone",
            false);
    var found =
        only(
            Finding.PoolStarvation.class,
            waited ->
                timeline(
                    2,
                    thread(1, "pool-1-thread-1", waits(0, waited, State.PARKED, result)),
                    thread(2, "pool-1-thread-2", waits(0, 900, State.PARKED, result))),
            100,
            99);
    assertThat(found.pool()).isEqualTo("pool-1");
    assertThat(found.threads()).isEqualTo(2);
  }

  @Test
  void an_idle_pool_is_not_starved() {
    var task =
        new Detail(
            "java.util.concurrent.locks.ConditionObject@1",
            null,
            null,
            "java.util.concurrent.LinkedBlockingQueue.take",
            false);
    assertThat(
            found(
                Finding.PoolStarvation.class,
                timeline(1, thread(1, "pool-1-thread-1", waits(0, 1000, State.PARKED, task)))))
        .isEmpty();
  }

  @Test
  void pinned_virtual_threads_are_found() {
    only(
        Finding.PinnedVirtualThreads.class,
        pinned -> timeline(1, thread(1, "carrier", slice(0, pinned, State.PINNED))),
        10,
        9);
  }

  @Test
  void the_collector_s_share_is_told() {
    IntFunction<Timeline> of =
        collecting ->
            timeline(
                1,
                thread(1, "main", slice(0, 500, State.RUNNING)),
                new Lane(9, Kind.VM, 1, "VM Thread", List.of(slice(0, collecting, State.RUNNING))));
    var found = only(Finding.GarbageCollection.class, of, 100, 99);
    assertThat(found.evidence()).extracting(Evidence::lane).containsOnly(9);
  }

  @Test
  void idle_cores_are_found_while_the_program_works() {
    var found =
        only(
            Finding.IdleCores.class,
            alone ->
                timeline(
                    2,
                    thread(1, "main", slice(0, 1000, State.RUNNING)),
                    thread(2, "other", slice(0, 1000 - alone, State.RUNNING))),
            800,
            799);
    assertThat(found.cores()).isEqualTo(2);
  }

  @Test
  void a_run_that_is_mostly_its_start_has_no_diagnosis() {
    var lane = thread(1, "main", slice(0, 19, State.RUNNING));
    var timeline =
        new Timeline(
            Instant.EPOCH, 19 * MS, List.of(lane), List.of(), List.of(), Timeline.Source.PERF, 0);
    assertThat(Diagnosis.of(timeline)).isEmpty();
  }
}
