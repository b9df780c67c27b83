package threadmill.server.settings;

import java.util.List;

/// What a run may be asked for here, so that a form can offer just that.
record SettingsView(
    Range cores,
    LimitsView limits,
    Most parallelism,
    List<String> executors,
    List<String> isolations,
    int sourceBytes,
    int stdinBytes,
    ExperimentBounds experiment) {

  record Range(@com.fasterxml.jackson.annotation.JsonProperty("default") int preset, int most) {
    static Range of(ServerConfig.Bound bound) {
      return new Range(bound.preset(), bound.most());
    }
  }

  record Most(int most) {}

  record LimitsView(
      Range wallMillis, Range heapMiB, Range stdoutBytes, Range stderrBytes, Range threads) {}

  /// How large an experiment may be; `warmUp` counts from 0.
  record ExperimentBounds(
      Range repeats, Range warmUp, int mostCells, int mostRuns, long mostMinutes) {}
}
