package threadmill.harness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.internal.misc.VM;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Report;
import threadmill.lab.Lab;
import threadmill.lab.host.Host;

/// What the lab gets from this harness. Loaded when a program first asks the lab for it, so that
/// other programs do not wait for that.
///
/// Implementation note: any thread may call. `link` and `program` are set before a thread of the
/// program exists; `phases` counts, so that not everybody waits for a pipe that one floods.
public final class SandboxHost implements Host {
  private static final int MOST_PHASES = 1_000;
  private static final int LONGEST_NAME = 100;

  /// A worker gets these in another form, or not at all: a cache is written by one JVM only.
  private static final List<String> NOT_INHERITED =
      List.of("-Xmx", "-XX:AOTCacheOutput", "-Djdk.module.main=", "-Dsun.java.");

  private final AtomicInteger phases = new AtomicInteger();

  /// Called by the service loader.
  public SandboxHost() {}

  @Override
  public void phase(long nanoTime, String name) {
    if (phases.incrementAndGet() > MOST_PHASES) {
      phases.decrementAndGet();
      return;
    }
    var shortened = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    try {
      link().send(new Report.Phase(nanoTime, shortened));
    } catch (IOException _) {
      // The runner has gone and takes the sandbox with it.
    }
  }

  @Override
  public String mainClass() {
    return program().mainClass();
  }

  @Override
  public ClassLoader loader() {
    return program().loader();
  }

  @Override
  public Map<String, byte[]> classes() {
    return program().classes();
  }

  /// This JVM's own switches, which its ahead-of-time cache was made for.
  @Override
  public List<String> worker(int heapMiB, String name) {
    var command = new ArrayList<String>();
    command.add(System.getProperty("java.home") + "/bin/java");
    for (var argument : VM.getRuntimeArguments()) {
      if (NOT_INHERITED.stream().noneMatch(argument::startsWith)) {
        command.add(argument);
      }
    }
    command.add("-Xmx" + heapMiB + "m");
    for (var property :
        List.of(Lab.CORES_PROPERTY, Lab.PARALLELISM_PROPERTY, Lab.EXECUTOR_PROPERTY)) {
      command.add("-D" + property + "=" + System.getProperty(property));
    }
    command.add("--module=threadmill.harness/threadmill.harness.WorkerMain");
    command.add(name);
    return command;
  }

  private static Link link() {
    return running(Main.link);
  }

  private static Program program() {
    return running(Main.program);
  }

  private static <T> T running(@Nullable T it) {
    if (it == null) {
      throw new IllegalStateException("no program is running");
    }
    return it;
  }
}
