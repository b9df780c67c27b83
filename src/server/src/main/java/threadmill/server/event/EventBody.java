package threadmill.server.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Diagnostic;
import threadmill.runner.Verdict;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice;

/// What an event says, by its type: the `data` of the WebSocket contract.
public sealed interface EventBody {

  /// The event's `type`.
  String type();

  /// The run moved on, or its place in the queue did.
  ///
  /// @param queuePlace 1 for the next one to be taken; only while queued
  /// @param etaMillis expected wait in milliseconds; only while queued, and only if runs of late
  ///   allow an estimate
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record State(String state, @Nullable Integer queuePlace, @Nullable Long etaMillis)
      implements EventBody {
    @Override
    public String type() {
      return "state";
    }
  }

  /// The program wrote to its standard output.
  record Stdout(String text) implements EventBody {
    @Override
    public String type() {
      return "stdout";
    }
  }

  /// The program wrote to its standard error.
  record Stderr(String text) implements EventBody {
    @Override
    public String type() {
      return "stderr";
    }
  }

  /// The compiler found something.
  record Diagnosed(String path, int line, int column, Diagnostic.Severity severity, String message)
      implements EventBody {
    @Override
    public String type() {
      return "diagnostic";
    }
  }

  /// A number about the run.
  record Metric(String name, long value, String unit) implements EventBody {
    @Override
    public String type() {
      return "metric";
    }
  }

  /// What threads and cores did since the last such event, thinned for live viewing.
  ///
  /// @param lanes lanes that are new or renamed
  /// @param marks moments that the program marked
  /// @param mergedSlices slices too short to be told one by one
  record Timeline(
      List<LiveLane> lanes,
      List<LiveSlice> slices,
      List<threadmill.runner.timeline.Timeline.Mark> marks,
      long mergedSlices)
      implements EventBody {
    @Override
    public String type() {
      return "timeline";
    }
  }

  record LiveLane(int id, Lane.Kind kind, int pid, String name) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LiveSlice(
      int lane,
      long from,
      long to,
      Slice.State state,
      @Nullable Integer core,
      Slice.@Nullable Detail detail) {}

  /// The last event of every run.
  record Ended(Verdict verdict, String explanation, @Nullable Integer exitCode, RunTimings timings)
      implements EventBody {
    @Override
    public String type() {
      return "verdict";
    }
  }
}
