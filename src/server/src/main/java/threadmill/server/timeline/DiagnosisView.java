package threadmill.server.timeline;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import threadmill.runner.diagnosis.Diagnosis;
import threadmill.runner.diagnosis.Evidence;
import threadmill.runner.diagnosis.Finding;
import threadmill.runner.diagnosis.Sentences;
import threadmill.runner.timeline.Timeline;

/// Why a run was slow, as the REST contract tells it.
///
/// @param findings what matters most first; empty when nothing is above its threshold
@Schema(name = "Diagnosis")
record DiagnosisView(List<Line> findings) {

  /// One finding.
  ///
  /// @param kind such as `lockContention`
  /// @param text a sentence with the figures
  /// @param share of the time it concerns, from 0; above 1 where several threads waited at once
  /// @param lock the lock, where the finding is about one
  /// @param evidence slices and stretches of lanes that prove it, the longest first
  @Schema(name = "Finding")
  record Line(
      String kind, String text, double share, @Nullable String lock, List<Evidence> evidence) {}

  static DiagnosisView of(Timeline timeline) {
    return new DiagnosisView(
        Diagnosis.of(timeline).stream()
            .map(finding ->
                new Line(
                    kind(finding),
                    Sentences.of(finding),
                    finding.share(),
                    finding instanceof Finding.LockContention contention ? contention.lock() : null,
                    finding.evidence()))
            .toList());
  }

  private static String kind(Finding finding) {
    var name = finding.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
