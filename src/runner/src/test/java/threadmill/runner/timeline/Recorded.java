package threadmill.runner.timeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Assumptions;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.ThreadState;
import threadmill.runner.RunEvent.TimelineGrew;
import threadmill.runner.kernel.TaskFiles;
import threadmill.runner.timeline.Timeline.Source;

/// A program in a JVM of its own and the recorder on it, as a supervisor uses them: the recorder is
/// opened while a shell waits behind its gate.
final class Recorded implements AutoCloseable {
  final Recorder recorder;
  private final int[] cores;
  final List<TimelineGrew> live = Collections.synchronizedList(new ArrayList<>());
  private final Semaphore told = new Semaphore(0);
  private final Process process;
  private final BufferedReader out;
  private long released;

  Recorded(Source source, String cpus, Class<?> program, Object... args) throws IOException {
    this(source, cpus, List.of(), program, args);
  }

  Recorded(Source source, String cpus, List<String> around, Class<?> program, Object... args)
      throws IOException {
    assumePermitted(source);
    var command =
        new ArrayList<>(List.of("sh", "-c", "read gate; exec taskset -c \"$@\"", "sh", cpus));
    command.addAll(around);
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto", "-cp", classes()));
    command.add(program.getName());
    for (var arg : args) {
      command.add(arg.toString());
    }
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    cores = cores(cpus);
    recorder = new Recorders(source).open(process.pid());
    letGo();
    await("ready");
  }

  static void assumePermitted(Source source) {
    if (source == Source.PERF) {
      var why = new Recorders(Source.PERF).whyNoPerf();
      Assumptions.assumeTrue(why.isEmpty(), () -> why.orElse(""));
    }
  }

  static int cpuCount() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static String classes() {
    try {
      var tests =
          Path.of(Recorded.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      var wire =
          Path.of(ThreadState.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return tests + ":" + wire;
    } catch (java.net.URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static int[] cores(String cpus) {
    return java.util.Arrays.stream(cpus.split(",", -1)).mapToInt(Integer::parseInt).toArray();
  }

  long release() throws IOException {
    released = System.nanoTime();
    recorder.release(Instant.now(), released, cores, this::hear);
    letGo();
    return released;
  }

  private void hear(TimelineGrew part) {
    live.add(part);
    told.release();
  }

  /// Waits until viewers were told of this moment.
  void awaitLive() throws InterruptedException {
    long now = System.nanoTime() - released;
    while (live.isEmpty() || live.getLast().atNanos() < now) {
      told.acquire();
    }
  }

  /// Waits for a thread and binds it to a core.
  void pin(String name, int core) throws IOException, InterruptedException {
    int pid = (int) javaPid();
    while (process.isAlive()) {
      for (int tid : TaskFiles.threads(pid)) {
        if (TaskFiles.comm(pid, tid).filter(name::equals).isPresent()) {
          new ProcessBuilder("taskset", "-cp", "" + core, "" + tid).start().waitFor();
          return;
        }
      }
      Thread.onSpinWait();
    }
  }

  void letGo() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /// Reads lines until a word comes; samples are given to the recorder.
  void await(String word) throws IOException {
    for (var line = out.readLine(); ; line = out.readLine()) {
      if (line == null) {
        throw new IllegalStateException("the program ended before it said " + word);
      }
      if (line.equals(word)) {
        return;
      }
      if (line.startsWith("sample ")) {
        var words = line.split(" ", 5);
        recorder.sampled(
            new Report.Sample(
                Long.parseLong(words[1]),
                List.of(
                    new ThreadState(
                        Long.parseLong(words[2]),
                        words[4],
                        false,
                        ThreadState.Activity.valueOf(words[3])))));
      } else {
        System.out.println("program: " + line);
      }
    }
  }

  /// What the kernel says of each thread's time on a core so far, by name.
  Map<String, Long> schedstat() throws IOException {
    Map<String, Long> times = new HashMap<>();
    int pid = (int) javaPid();
    for (int tid : TaskFiles.threads(pid)) {
      var stat = Files.readString(Path.of("/proc/%d/task/%d/schedstat".formatted(pid, tid)));
      TaskFiles.comm(pid, tid)
          .ifPresent(name -> times.merge(name, Long.parseLong(stat.split(" ", -1)[0]), Long::sum));
    }
    return times;
  }

  long javaPid() {
    return Program.processes((int) process.pid()).getFirst();
  }

  Timeline finish() {
    return Invariants.checked(recorder.finish(System.nanoTime()));
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  static Lane lane(Timeline timeline, String name) {
    return timeline.lanes().stream()
        .filter(lane -> lane.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + names(timeline)));
  }

  static List<String> names(Timeline timeline) {
    return timeline.lanes().stream().map(lane -> lane.kind() + " " + lane.name()).toList();
  }

  static long time(Lane lane, Slice.State state) {
    return lane.slices().stream()
        .filter(slice -> slice.state() == state)
        .mapToLong(slice -> slice.to() - slice.from())
        .sum();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    kill();
    recorder.close();
  }
}
