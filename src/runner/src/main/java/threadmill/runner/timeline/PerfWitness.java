package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import threadmill.runner.kernel.Cpus;
import threadmill.runner.kernel.PerfEvent;
import threadmill.runner.kernel.PerfRing;
import threadmill.runner.kernel.SystemCallException;
import threadmill.runner.timeline.Timeline.Source;

/// Sees every context switch, in the kernel's own records: one event a CPU, opened at the sandbox's
/// birth, so that all threads inherit it, and mapped from the release on.
///
/// Records are taken in the order of their times over all rings. Only those from before the look
/// are: a record follows what caused it, so whatever comes before such a record in its thread's
/// life is in its ring already.
final class PerfWitness implements Witness {
  /// For CPUs that the run may not use.
  private static final int SPARE_PAGES = 8;

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long SHORT_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

  private final int pid;
  private final int[] cpus = Cpus.online();
  private final List<PerfEvent> events = new ArrayList<>();
  private final List<PerfRing> rings = new ArrayList<>();
  private Tracks tracks = new Tracks(0);
  private long zero;
  private long until;

  PerfWitness(int pid) {
    this.pid = pid;
    try {
      for (int cpu : cpus) {
        events.add(PerfEvent.switches(pid, cpu));
      }
    } catch (SystemCallException refused) {
      close();
      throw refused;
    }
  }

  @Override
  public Source source() {
    return Source.PERF;
  }

  @Override
  public void begin(long zero, int[] cores, Tracks tracks) {
    this.zero = zero;
    this.tracks = tracks;
    int pages = LockedMemory.pages(cores.length, cpus.length);
    while (!mapped(cores, pages)) {
      pages /= 2;
    }
    Program.find(pid, tracks);
  }

  /// Maps all rings.
  ///
  /// @return false to try with fewer pages
  private boolean mapped(int[] cores, int pages) {
    try {
      for (int i = 0; i < cpus.length; i++) {
        int cpu = cpus[i];
        boolean used = Arrays.stream(cores).anyMatch(core -> core == cpu);
        rings.add(events.get(i).map(used ? pages : Math.min(pages, SPARE_PAGES)));
      }
      return true;
    } catch (SystemCallException refused) {
      unmap();
      if (pages == 1) {
        throw refused;
      }
      return false;
    }
  }

  @Override
  public long look() {
    long now = System.nanoTime();
    double fill = 0;
    List<PerfRing> waiting = new ArrayList<>();
    for (var ring : rings) {
      fill = Math.max(fill, ring.look());
      if (ring.any() && ring.time() <= now) {
        waiting.add(ring);
      }
    }
    while (!waiting.isEmpty()) {
      var earliest = waiting.getFirst();
      for (int i = 1; i < waiting.size(); i++) {
        if (waiting.get(i).time() < earliest.time()) {
          earliest = waiting.get(i);
        }
      }
      take(earliest);
      earliest.next();
      if (!earliest.any() || earliest.time() > now) {
        waiting.remove(earliest);
      }
    }
    rings.forEach(PerfRing::release);
    until = now - zero;
    return fill > 0.2 ? SHORT_PAUSE : PAUSE;
  }

  private void take(PerfRing ring) {
    long at = ring.time() - zero;
    switch (ring.type()) {
      case PerfRing.SWITCH -> {
        int misc = ring.misc();
        if ((misc & PerfRing.OUT) == 0) {
          tracks.cameToCore(at, ring.tid(), ring.cpu());
        } else {
          tracks.leftCore(at, ring.tid(), ring.cpu(), (misc & PerfRing.PREEMPTED) != 0);
        }
      }
      case PerfRing.FORK ->
          tracks.started(
              at, ring.subjectPid(), ring.subjectTid(), ring.parentPid(), ring.parentTid());
      case PerfRing.COMM -> tracks.named(at, ring.subjectTid(), ring.comm());
      case PerfRing.EXIT -> tracks.exited(at, ring.subjectTid());
      case PerfRing.LOST -> tracks.lost(ring.lost());
      default -> {
        // Throttling and the like tell nothing of threads.
      }
    }
  }

  @Override
  public long until() {
    return until;
  }

  @Override
  public void close() {
    unmap();
    events.forEach(PerfEvent::close);
    events.clear();
  }

  private void unmap() {
    rings.forEach(PerfRing::close);
    rings.clear();
  }
}
