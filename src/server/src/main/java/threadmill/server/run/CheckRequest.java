package threadmill.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;
import threadmill.runner.SourceFile;
import threadmill.runner.pool.SharedJvms;
import threadmill.server.problem.RequestRefused;
import threadmill.server.settings.ExecutorKinds;
import threadmill.server.settings.Machine;
import threadmill.server.settings.ServerConfig;

/// Checks a request and fills its defaults in, or says everything that is wrong with it.
@ApplicationScoped
public class CheckRequest {
  private final ServerConfig config;
  private final Machine machine;

  CheckRequest(ServerConfig config, Machine machine) {
    this.config = config;
    this.machine = machine;
  }

  public CheckedRequest check(@Nullable RunRequest request) {
    if (request == null) {
      throw RequestRefused.field("files", "must hold at least one file");
    }
    var complaints = new Complaints();
    var files = files(request.files(), complaints);
    var stdin = request.stdin() == null ? "" : request.stdin();
    complaints.text("stdin", stdin, config.request().stdinBytes());
    var settings = settings(request, complaints);
    complaints.throwIfAny();
    return new CheckedRequest(files, stdin, settings);
  }

  /// The files of a request alone.
  public List<SourceFile> files(@Nullable List<RunRequest.@Nullable File> items) {
    var complaints = new Complaints();
    var files = files(items, complaints);
    complaints.throwIfAny();
    return files;
  }

  private List<SourceFile> files(
      @Nullable List<RunRequest.@Nullable File> items, Complaints complaints) {
    if (items == null || items.isEmpty()) {
      complaints.add("files", "must hold at least one file");
      return List.of();
    } else if (items.size() > config.request().files()) {
      complaints.add("files", "must hold at most " + config.request().files() + " files");
      return List.of();
    }
    var sources = new ArrayList<SourceFile>();
    var paths = new HashSet<String>();
    int bytes = 0;
    for (int i = 0; i < items.size(); i++) {
      var field = "files[" + i + "]";
      var item = items.get(i);
      if (item == null) {
        complaints.add(field, "must not be null");
        continue;
      }
      checkPath(field + ".path", item.path(), paths, complaints);
      if (item.content() == null) {
        complaints.add(field + ".content", "is required");
      } else {
        complaints.storable(field + ".content", item.content());
        bytes += Complaints.bytes(item.content());
      }
      sources.add(new SourceFile(orEmpty(item.path()), orEmpty(item.content())));
    }
    if (bytes > config.request().sourceBytes()) {
      throw RequestRefused.tooLarge(
          "files",
          "must be at most %d bytes of UTF-8 together, not %d"
              .formatted(config.request().sourceBytes(), bytes));
    }
    return sources;
  }

  private static void checkPath(
      String field, @Nullable String path, Set<String> seen, Complaints complaints) {
    if (path == null) {
      complaints.add(field, "is required");
      return;
    }
    SourcePath.fault(path).ifPresent(fault -> complaints.add(field, fault));
    if (!seen.add(path.toLowerCase(Locale.ROOT))) {
      complaints.add(field, "is there already, case apart");
    }
  }

  private RunSettings settings(RunRequest request, Complaints complaints) {
    var limits = config.limits();
    int cores =
        complaints.bounded(
            "cores",
            request.cores(),
            Math.min(limits.cores().preset(), machine.mostCores()),
            machine.mostCores());
    var executor =
        request.executor() == null ? new RunRequest.Executor(null, null) : request.executor();
    var asked =
        request.limits() == null
            ? new RunRequest.Limits(null, null, null, null, null)
            : request.limits();
    var kind = kind(executor.kind(), complaints);
    var args = args(request.args(), complaints);
    return new RunSettings(
        isolation(request, kind, asked, complaints),
        kind,
        complaints.bounded(
            "executor.parallelism", executor.parallelism(), cores, limits.parallelism().most()),
        cores,
        complaints.bounded("limits.wallMillis", asked.wallMillis(), limits.wallMillis()),
        complaints.bounded("limits.heapMiB", asked.heapMiB(), limits.heapMib()),
        complaints.bounded("limits.stdoutBytes", asked.stdoutBytes(), limits.stdoutBytes()),
        complaints.bounded("limits.stderrBytes", asked.stderrBytes(), limits.stderrBytes()),
        complaints.bounded("limits.threads", asked.threads(), limits.threads()),
        args,
        web(request.web(), complaints));
  }

  private static @Nullable VirtualWeb web(RunRequest.@Nullable Web asked, Complaints complaints) {
    if (asked == null) {
      return null;
    }
    double errorRate = asked.errorRate() == null ? 0 : asked.errorRate();
    if (!(errorRate >= 0 && errorRate <= 1)) {
      complaints.add("web.errorRate", "must be from 0 to 1, not " + errorRate);
    }
    return new VirtualWeb(
        complaints.fromZero(
            "web.latencyMillis",
            asked.latencyMillis(),
            VirtualWeb.DEFAULT_LATENCY_MILLIS,
            VirtualWeb.MOST_LATENCY_MILLIS),
        complaints.fromZero(
            "web.bytes", asked.bytes(), VirtualWeb.DEFAULT_BYTES, VirtualWeb.MOST_BYTES),
        errorRate,
        complaints.fromZero("web.seed", asked.seed(), VirtualWeb.DEFAULT_SEED, Integer.MAX_VALUE));
  }

  private static String kind(@Nullable String kind, Complaints complaints) {
    if (kind == null) {
      return "fixed";
    }
    if (!ExecutorKinds.ALL.contains(kind)) {
      complaints.add("executor.kind", "must be one of " + String.join(", ", ExecutorKinds.ALL));
    }
    return kind;
  }

  private static String isolation(
      RunRequest request, String kind, RunRequest.Limits asked, Complaints complaints) {
    switch (request.isolation()) {
      case null -> {}
      case "process" -> {}
      case "pool" -> {
        if (kind.equals("process")) {
          complaints.add("isolation", "pool cannot be combined with the executor process");
        }
        if (request.web() != null) {
          complaints.add("web", "is not there with the isolation pool; use process");
        }
        if (asked.heapMiB() != null && asked.heapMiB() > SharedJvms.mostHeapMiB()) {
          complaints.add(
              "limits.heapMiB",
              "must be at most %d with the isolation pool".formatted(SharedJvms.mostHeapMiB()));
        }
        return "pool";
      }
      default -> complaints.add("isolation", "must be process or pool");
    }
    return "process";
  }

  private List<String> args(@Nullable List<@Nullable String> asked, Complaints complaints) {
    if (asked == null) {
      return List.of();
    } else if (asked.size() > config.request().args()) {
      complaints.add("args", "must hold at most " + config.request().args() + " arguments");
      return List.of();
    }
    var args = new ArrayList<String>();
    int bytes = 0;
    for (int i = 0; i < asked.size(); i++) {
      var arg = asked.get(i);
      if (arg == null) {
        complaints.add("args[" + i + "]", "must not be null");
      } else {
        complaints.storable("args[" + i + "]", arg);
        bytes += Complaints.bytes(arg);
        args.add(arg);
      }
    }
    if (bytes > config.request().argsBytes()) {
      complaints.add(
          "args", "must be at most " + config.request().argsBytes() + " bytes of UTF-8 together");
    }
    return args;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
