package threadmill.server.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;

/// A ready-made program with its settings, and what a student shall see in it.
///
/// @param slug unique name in links, lower case with hyphens
/// @param concept the idea that it makes visible
/// @param summary what it does, one sentence
/// @param watch what to look for on the timeline
/// @param verdict how it ends
/// @param cores cores it asks for
/// @param web what the virtual web is like, absent for none
/// @param matrix what an experiment with it varies; absent where it is not made to be measured
public record Sample(
    String slug,
    String title,
    String concept,
    String summary,
    String watch,
    Verdict verdict,
    List<SourceFile> files,
    int cores,
    Executor executor,
    String stdin,
    List<String> args,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable VirtualWeb web,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Matrix matrix) {
  public Sample {
    files = List.copyOf(files);
    args = List.copyOf(args);
  }

  /// What an experiment varies, as in its body; an axis that is absent has the sample's own value.
  ///
  /// @param cores those that a machine has not are left out
  @Schema(name = "SampleMatrix")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Matrix(
      List<String> executors, @Nullable List<Integer> parallelism, List<Integer> cores) {}

  /// Where its tasks run.
  ///
  /// @param kind as in the body of a run: `caller`, `fixed`, `virtual`…
  /// @param parallelism workers, 1 to 64
  public record Executor(String kind, int parallelism) {}
}
