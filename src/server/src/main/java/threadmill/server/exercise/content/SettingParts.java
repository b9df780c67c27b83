package threadmill.server.exercise.content;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;
import threadmill.lab.ExecutorKind;
import threadmill.runner.Limits;
import threadmill.runner.judge.Grading;

/// The parts of a setting that were given; null for those that were not.
record SettingParts(
    @Nullable ExecutorKind executor,
    @Nullable Integer parallelism,
    @Nullable Integer cores,
    @Nullable Integer wallMillis,
    @Nullable Integer heapMiB,
    @Nullable Integer stdoutBytes,
    @Nullable Integer stderrBytes,
    @Nullable Integer threads,
    @Nullable Web web) {
  static final SettingParts NONE =
      new SettingParts(null, null, null, null, null, null, null, null, null);

  /// A virtual web, or that there is none.
  record Web(@Nullable VirtualWeb web) {}

  /// These, and those of another setting where these are silent.
  SettingParts over(SettingParts below) {
    return new SettingParts(
        executor != null ? executor : below.executor,
        parallelism != null ? parallelism : below.parallelism,
        cores != null ? cores : below.cores,
        wallMillis != null ? wallMillis : below.wallMillis,
        heapMiB != null ? heapMiB : below.heapMiB,
        stdoutBytes != null ? stdoutBytes : below.stdoutBytes,
        stderrBytes != null ? stderrBytes : below.stderrBytes,
        threads != null ? threads : below.threads,
        web != null ? web : below.web);
  }

  /// With the server's defaults for what was not given.
  Grading.Setting complete(ExerciseBounds bounds) {
    int allCores = cores != null ? cores : bounds.cores().preset();
    return new Grading.Setting(
        executor != null ? executor : ExecutorKind.FIXED,
        parallelism != null ? parallelism : allCores,
        allCores,
        new Limits(
            Duration.ofMillis(or(wallMillis, bounds.wallMillis())),
            or(heapMiB, bounds.heapMiB()),
            or(stdoutBytes, bounds.stdoutBytes()),
            or(stderrBytes, bounds.stderrBytes()),
            or(threads, bounds.threads())),
        web != null ? web.web() : null);
  }

  private static int or(@Nullable Integer given, ExerciseBounds.Bound bound) {
    return given != null ? given : bound.preset();
  }
}
