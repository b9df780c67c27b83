package threadmill.server.exercise.content;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;
import threadmill.lab.ExecutorKind;
import threadmill.server.exercise.yaml.Keys;
import threadmill.server.exercise.yaml.Value;

/// Reads the parts of `setting`.
final class ReadSetting {
  private ReadSetting() {}

  /// All but `isolation`, which only an exercise's own setting has.
  static SettingParts parts(Keys keys, ExerciseBounds bounds) {
    var limits = keys.optional("limits").flatMap(Value::keys);
    var parts =
        new SettingParts(
            keys.optional("executor")
                .flatMap(v -> v.oneOf(Arrays.stream(ExecutorKind.values()), ExecutorKind::word))
                .orElse(null),
            number(keys, "parallelism", bounds.parallelism()),
            number(keys, "cores", bounds.cores().most()),
            limit(limits, "wallMillis", bounds.wallMillis()),
            limit(limits, "heapMiB", bounds.heapMiB()),
            limit(limits, "stdoutBytes", bounds.stdoutBytes()),
            limit(limits, "stderrBytes", bounds.stderrBytes()),
            limit(limits, "threads", bounds.threads()),
            keys.optional("web").map(ReadSetting::web).orElse(null));
    limits.ifPresent(Keys::done);
    return parts;
  }

  private static SettingParts.Web web(Value value) {
    if (value.isText()) {
      boolean wanted =
          value.oneOf(Stream.of("default", "none"), w -> w).orElse("none").equals("default");
      return new SettingParts.Web(
          wanted
              ? new VirtualWeb(
                  VirtualWeb.DEFAULT_LATENCY_MILLIS,
                  VirtualWeb.DEFAULT_BYTES,
                  0,
                  VirtualWeb.DEFAULT_SEED)
              : null);
    }
    return new SettingParts.Web(value.keys().map(ReadSetting::ownWeb).orElse(null));
  }

  private static VirtualWeb ownWeb(Keys keys) {
    var web =
        new VirtualWeb(
            keys.optional("latencyMillis")
                .flatMap(v -> v.number(0, VirtualWeb.MOST_LATENCY_MILLIS))
                .orElse(VirtualWeb.DEFAULT_LATENCY_MILLIS),
            keys.optional("bytes")
                .flatMap(v -> v.number(0, VirtualWeb.MOST_BYTES))
                .orElse(VirtualWeb.DEFAULT_BYTES),
            keys.optional("errorRate").flatMap(v -> v.decimal(0, 1)).orElse(0.0),
            keys.optional("seed")
                .flatMap(v -> v.number(0, 999_999_999))
                .orElse(VirtualWeb.DEFAULT_SEED));
    keys.done();
    return web;
  }

  private static @Nullable Integer number(Keys keys, String key, int most) {
    return keys.optional(key).flatMap(v -> v.number(1, most)).orElse(null);
  }

  private static @Nullable Integer limit(
      Optional<Keys> limits, String key, ExerciseBounds.Bound bound) {
    return limits.map(keys -> number(keys, key, bound.most())).orElse(null);
  }
}
