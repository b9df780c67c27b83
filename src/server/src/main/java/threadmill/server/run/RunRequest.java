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
         "stdin": "", "args": [], "limits": {"wallMillis": 10000, "heapMiB": 128},
         "web": {"latencyMillis": 200, "bytes": 20000, "errorRate": 0.0, "seed": 1}}
        """)
public record RunRequest(
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
    @Nullable Limits limits,
    @Nullable Web web) {

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

  /// The virtual web; a body without it has none, and `{}` has all defaults.
  @Schema(
      name = "RunRequestWeb",
      description =
          "A small web inside the sandbox: www.foxnews.com, www.cnn.com, europe.wsj.com,"
              + " www.bbc.co.uk and example.com answer to http:// on port 80, with the pages / and"
              + " /page/1 to /page/1000; every other host is unknown. Absent: no web.")
  public record Web(
      @Schema(
              description =
                  "Mean time until an answer begins; that of each page is within a fifth of it.",
              minimum = "0",
              maximum = "10000",
              defaultValue = "200")
          @Nullable Integer latencyMillis,
      @Schema(
              description = "Mean size of a page; that of each is within half of it.",
              minimum = "0",
              maximum = "1000000",
              defaultValue = "20000")
          @Nullable Integer bytes,
      @Schema(
              description = "Share of requests that are answered with 503.",
              minimum = "0",
              maximum = "1",
              defaultValue = "0")
          @Nullable Double errorRate,
      @Schema(
              description = "The same seed gives the same latencies, sizes and errors.",
              minimum = "0",
              maximum = "2147483647",
              defaultValue = "1")
          @Nullable Integer seed) {}
}
