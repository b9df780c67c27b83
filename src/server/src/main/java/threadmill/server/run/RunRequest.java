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
public record RunRequest(
    @Schema(required = true) @Nullable List<@Nullable File> files,
    @Nullable String isolation,
    @Nullable Executor executor,
    @Nullable Integer cores,
    @Nullable String stdin,
    @Nullable List<@Nullable String> args,
    @Nullable Limits limits) {

  @Schema(name = "RunRequestFile")
  public record File(
      @Schema(required = true) @Nullable String path,
      @Schema(required = true) @Nullable String content) {}

  @Schema(name = "RunRequestExecutor")
  public record Executor(@Nullable String kind, @Nullable Integer parallelism) {}

  @Schema(name = "RunRequestLimits")
  public record Limits(
      @Nullable Integer wallMillis,
      @Nullable Integer heapMiB,
      @Nullable Integer stdoutBytes,
      @Nullable Integer stderrBytes,
      @Nullable Integer threads) {}
}
