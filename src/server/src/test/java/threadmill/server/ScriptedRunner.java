package threadmill.server;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Conditions;
import threadmill.runner.Fingerprint;
import threadmill.runner.Layer;
import threadmill.runner.RunEvent;
import threadmill.runner.RunListener;
import threadmill.runner.RunOrder;
import threadmill.runner.RunResult;
import threadmill.runner.Runner;
import threadmill.runner.RunnerConfig;
import threadmill.runner.Timings;
import threadmill.runner.Verdict;
import threadmill.runner.judge.JudgeListener;
import threadmill.runner.judge.JudgeOrder;
import threadmill.runner.judge.JudgeReport;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice;
import threadmill.runner.timeline.Timeline;

/// The real runner of this machine, but for programs that are scripts of a test: what those do is
/// decided by the test, so that it can hold a run at any point.
@Alternative
@Priority(1)
@ApplicationScoped
public class ScriptedRunner implements Runner {
  private static final String MARK = "// script ";

  private static final Fingerprint MACHINE =
      new Fingerprint("Test CPU", 2, List.of(0, 1), null, 1 << 30, "Linux", "25", List.of());

  private final Path home;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Map<String, JudgeScript> judgeScripts = new ConcurrentHashMap<>();
  private final Map<String, Set<CountDownLatch>> cancels = new ConcurrentHashMap<>();
  private volatile @Nullable Runner real;

  ScriptedRunner(@ConfigProperty(name = "threadmill.home") Path home) {
    this.home = home;
  }

  /// What a scripted run does; may block.
  public interface Script {
    RunResult run(RunOrder order, RunListener listener, CountDownLatch cancelled)
        throws InterruptedException;
  }

  /// Registers a script.
  ///
  /// @return the source that runs it
  public String script(Script script) {
    var key = UUID.randomUUID().toString();
    scripts.put(key, script);
    return MARK + key;
  }

  @Override
  public RunResult run(RunOrder order, RunListener listener) {
    var content = order.files().getFirst().content();
    if (!content.startsWith(MARK)) {
      return real().run(order, listener);
    }
    var script = scripts.get(content.substring(MARK.length()));
    if (script == null) {
      throw new IllegalStateException("no such script");
    }
    var cancel = new CountDownLatch(1);
    // Two attempts at one run may be under way when a test takes the first for lost.
    cancels.computeIfAbsent(order.id(), _ -> ConcurrentHashMap.newKeySet()).add(cancel);
    try {
      return script.run(order, listener, cancel);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } finally {
      cancels.getOrDefault(order.id(), Set.of()).remove(cancel);
    }
  }

  /// What comes of judging a scripted submission; may block.
  public interface JudgeScript {
    JudgeReport judge(JudgeOrder order) throws InterruptedException;
  }

  /// Registers how a submission is judged.
  ///
  /// @return the source to hand in
  public String judged(JudgeScript script) {
    var key = UUID.randomUUID().toString();
    judgeScripts.put(key, script);
    return MARK + key;
  }

  @Override
  public JudgeReport judge(JudgeOrder order, JudgeListener listener) {
    var content = order.files().isEmpty() ? "" : order.files().getFirst().content();
    if (!content.startsWith(MARK)) {
      return real().judge(order, listener);
    }
    var script = judgeScripts.get(content.substring(MARK.length()));
    if (script == null) {
      throw new IllegalStateException("no such script");
    }
    try {
      return script.judge(order);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public Fingerprint machine() {
    return MACHINE;
  }

  @Override
  public boolean cancel(String id) {
    var scripted = cancels.get(id);
    if (scripted == null) {
      return real != null && real.cancel(id);
    }
    scripted.forEach(CountDownLatch::countDown);
    return !scripted.isEmpty();
  }

  @Override
  public String unavailable() {
    return "";
  }

  @Override
  public List<Layer> layers() {
    return List.of(
        new Layer("Namespaces", true, "Its own of <everything>."),
        new Layer("Control group", false, "No control group is delegated to this process."));
  }

  @Override
  public synchronized void close() {
    cancels.values().forEach(all -> all.forEach(CountDownLatch::countDown));
    if (real != null) {
      real.close();
    }
  }

  /// Why programs that are no scripts cannot be run here; empty when they can.
  public String realUnavailable() {
    return real().unavailable();
  }

  private synchronized Runner real() {
    if (real == null) {
      real = Runner.local(RunnerConfig.in(home.resolve("runner")));
    }
    return real;
  }

  /// Output, as a runner tells it.
  public static RunEvent stdout(String text) {
    return new RunEvent.Output(1, RunEvent.Output.Stream.STDOUT, text);
  }

  /// The release of `main`, as a runner tells it.
  public static RunEvent running() {
    return new RunEvent.Running(0, Instant.parse("2026-11-22T10:00:00Z"));
  }

  /// A result without a timeline.
  public static RunResult result(Verdict verdict) {
    return new RunResult(
        verdict,
        "As scripted.",
        Instant.parse("2026-11-22T10:00:00Z"),
        0,
        new Timings(
            Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3), Duration.ofMillis(4)),
        5,
        List.of(),
        null);
  }

  /// A run that took so long, of which others had its core for some time.
  public static RunResult timed(long wallNanos, long lostNanos) {
    long ran = wallNanos - lostNanos;
    var slices = new ArrayList<Slice>();
    slices.add(new Slice(0, ran, Slice.State.RUNNING, 1, null));
    if (lostNanos > 0) {
      slices.add(new Slice(ran, wallNanos, Slice.State.RUNNABLE, null, null));
    }
    var timeline =
        new Timeline(
            Instant.parse("2026-11-22T10:00:00Z"),
            wallNanos,
            List.of(new Lane(1, Lane.Kind.THREAD, 1, "main", slices)),
            List.of(),
            List.of(),
            Timeline.Source.PERF,
            0);
    var wall = Duration.ofNanos(wallNanos);
    return new RunResult(
        Verdict.OK,
        "As scripted.",
        Instant.parse("2026-11-22T10:00:00Z"),
        0,
        new Timings(Duration.ofMillis(1), Duration.ofMillis(2), wall, Duration.ofNanos(ran)),
        1,
        List.of(),
        timeline,
        new Conditions(List.of(1), true, false, wallNanos, 0, 0.5, MACHINE));
  }
}
