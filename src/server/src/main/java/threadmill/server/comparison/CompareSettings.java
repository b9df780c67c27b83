package threadmill.server.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import threadmill.server.comparison.ComparisonView.Setting;
import threadmill.server.run.RunRequest;

/// Finds the settings in which two requests differ; their source is not among them.
final class CompareSettings {
  private CompareSettings() {}

  static List<Setting> differing(RunRequest a, RunRequest b) {
    var ofA = settings(a);
    var ofB = settings(b);
    var names = new LinkedHashSet<>(ofA.keySet());
    names.addAll(ofB.keySet());
    var differing = new ArrayList<Setting>();
    for (var name : names) {
      if (!Objects.equals(ofA.get(name), ofB.get(name))) {
        differing.add(new Setting(name, ofA.get(name), ofB.get(name)));
      }
    }
    return differing;
  }

  /// By the names of their fields in a request; those without a value are left out.
  private static Map<String, String> settings(RunRequest request) {
    var settings = new LinkedHashMap<String, String>();
    put(settings, "isolation", request.isolation());
    var executor = request.executor();
    if (executor != null) {
      put(settings, "executor.kind", executor.kind());
      put(settings, "executor.parallelism", executor.parallelism());
    }
    put(settings, "cores", request.cores());
    if (request.stdin() != null && !request.stdin().isEmpty()) {
      put(settings, "stdin", request.stdin());
    }
    if (request.args() != null) {
      for (int i = 0; i < request.args().size(); i++) {
        put(settings, "args[" + i + "]", request.args().get(i));
      }
    }
    var limits = request.limits();
    if (limits != null) {
      put(settings, "limits.wallMillis", limits.wallMillis());
      put(settings, "limits.heapMiB", limits.heapMiB());
      put(settings, "limits.stdoutBytes", limits.stdoutBytes());
      put(settings, "limits.stderrBytes", limits.stderrBytes());
      put(settings, "limits.threads", limits.threads());
    }
    var web = request.web();
    if (web != null) {
      put(settings, "web.latencyMillis", web.latencyMillis());
      put(settings, "web.bytes", web.bytes());
      put(settings, "web.errorRate", web.errorRate());
      put(settings, "web.seed", web.seed());
    }
    return settings;
  }

  private static void put(Map<String, String> settings, String name, @Nullable Object value) {
    if (value != null) {
      settings.put(name, value.toString());
    }
  }
}
