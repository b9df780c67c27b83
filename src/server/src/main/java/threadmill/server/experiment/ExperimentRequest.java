package threadmill.server.experiment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import threadmill.server.run.RunRequest;

/// The body of `POST /api/v1/experiments`, as it comes: nothing checked, everything may be absent.
///
/// @param run what each cell runs; the matrix replaces some of its settings
/// @param repeats measured repetitions of each cell
/// @param warmUp repetitions before them that do not count
@Schema(
    name = "ExperimentRequest",
    examples =
        """
        {"run": {"files": [{"path": "Main.java", "content": "void main() { IO.println(\\"hi\\"); }"}]},
         "matrix": {"executors": ["single", "fixed"], "parallelism": [1, 2], "cores": [1]},
         "repeats": 7, "warmUp": 1}
        """)
record ExperimentRequest(
    @Schema(required = true) @Nullable RunRequest run,
    @Nullable Matrix matrix,
    @Nullable Integer repeats,
    @Nullable Integer warmUp) {

  /// Values to be combined, each with each. An axis that is absent has the run's own value.
  ///
  /// @param sizes sizes of the input: each is handed to the program before its other arguments
  @Schema(name = "ExperimentMatrix")
  record Matrix(
      @Nullable List<@Nullable String> executors,
      @Nullable List<@Nullable Integer> parallelism,
      @Nullable List<@Nullable Integer> cores,
      @Nullable List<@Nullable String> isolation,
      @Nullable List<@Nullable Long> sizes) {}
}
