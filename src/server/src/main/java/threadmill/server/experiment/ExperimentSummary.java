package threadmill.server.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An experiment as a list shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExperimentSummary(
    String id,
    String title,
    ExperimentState state,
    @Nullable Ending ending,
    Instant createdAt,
    int cells,
    ExperimentView.Progress progress) {

  /// The newest experiments of one guest.
  record Page(List<ExperimentSummary> experiments) {}
}
