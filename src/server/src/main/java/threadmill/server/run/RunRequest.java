package threadmill.server.run;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of `POST /api/v1/runs`, as it comes: nothing checked, everything may be absent.
@Schema(
    name = "RunRequest",
    examples =
        """
        {"files": [{"path": "Main.java", "content": "void main() { IO.println(\\"hi\\"); }"}],
         "isolation": "process", "executor": {"kind": "fixed", "parallelism": 4}, "cores": 2,
         "stdin": "", "args": [], "limits": {"wallMillis": 10000, "heapMiB": 128}}
        """)
record RunRequest(
    @Schema(required = true) @Nullable List<@Nullable File> files,
    @Schema(
            enumeration = {"process", "pool"},
            description =
                "`process`, the default: a child JVM of its own. `pool`: a place in a JVM that runs"
                    + " share; starts faster, refuses files, network, processes and reflection, at"
                    + " most 128 MiB of heap, not with the executor `process`, no timeline")
        @Nullable String isolation,
    @Nullable Executor executor,
    @Nullable Integer cores,
    @Nullable String stdin,
    @Nullable List<@Nullable String> args,
    @Nullable Limits limits) {

  @Schema(name = "RunRequestFile")
  record File(
      @Schema(required = true) @Nullable String path,
      @Schema(required = true) @Nullable String content) {}

  @Schema(name = "RunRequestExecutor")
  record Executor(@Nullable String kind, @Nullable Integer parallelism) {}

  @Schema(name = "RunRequestLimits")
  record Limits(
      @Nullable Integer wallMillis,
      @Nullable Integer heapMiB,
      @Nullable Integer stdoutBytes,
      @Nullable Integer stderrBytes,
      @Nullable Integer threads) {}
}
