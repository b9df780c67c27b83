package threadmill.runner.timeline;

import java.io.IOException;
import java.math.BigDecimal;
import threadmill.runner.timeline.Lane.Kind;

/// A timeline in Chrome's trace-event format, JSON, which Perfetto and speedscope open.
///
/// Each lane is a thread; the cores are a process of their own, numbered 0. Times are microseconds
/// with three decimals. `ph` `X` is a slice, `M` a name, `i` a mark. Format: "Trace Event Format",
/// the Chromium project.
public final class ChromeTrace {
  private final Appendable out;
  private boolean first = true;

  private ChromeTrace(Appendable out) {
    this.out = out;
  }

  /// Writes a timeline as one JSON object.
  ///
  /// @param out takes characters, such as a buffered writer; it is not closed
  public static void write(Timeline timeline, Appendable out) throws IOException {
    new ChromeTrace(out).timeline(timeline);
  }

  private void timeline(Timeline timeline) throws IOException {
    out.append("{\"displayTimeUnit\":\"ns\",\"otherData\":{\"startedAt\":");
    text(timeline.startedAt().toString());
    out.append(",\"source\":");
    text(timeline.source() == Timeline.Source.PERF ? "perf" : "proc");
    out.append(",\"droppedSlices\":").append(Long.toString(timeline.droppedSlices()));
    out.append("},\"traceEvents\":[");
    for (int pid : timeline.lanes().stream().mapToInt(Lane::pid).distinct().sorted().toArray()) {
      process(pid);
    }
    for (var lane : timeline.lanes()) {
      lane(lane);
    }
    for (var mark : timeline.marks()) {
      event("i", 1, 0);
      out.append(",\"s\":\"g\",\"ts\":").append(micros(mark.at())).append(",\"name\":");
      text(mark.name());
      out.append('}');
    }
    out.append("\n]}\n");
  }

  private void process(int pid) throws IOException {
    event("M", pid, 0);
    out.append(",\"name\":\"process_name\",\"args\":{\"name\":");
    text(pid == 0 ? "cores" : "process " + pid);
    out.append("}}");
  }

  private void lane(Lane lane) throws IOException {
    event("M", lane.pid(), lane.id());
    out.append(",\"name\":\"thread_name\",\"args\":{\"name\":");
    text(lane.name());
    out.append("}}");
    for (var slice : lane.slices()) {
      event("X", lane.pid(), lane.id());
      out.append(",\"ts\":").append(micros(slice.from()));
      out.append(",\"dur\":").append(micros(slice.to() - slice.from()));
      out.append(",\"name\":");
      var detail = slice.detail();
      boolean named = lane.kind() == Kind.CORE && detail != null && detail.task() != null;
      text(named && detail != null && detail.task() != null ? detail.task() : slice.state().name());
      out.append(",\"cat\":");
      text(slice.state().name());
      out.append(",\"args\":{\"state\":");
      text(slice.state().name());
      if (slice.core() != null) {
        out.append(",\"core\":").append(slice.core().toString());
      }
      if (detail != null && detail.lock() != null) {
        out.append(",\"lock\":");
        text(detail.lock());
      }
      out.append("}}");
    }
  }

  private void event(String phase, int pid, int tid) throws IOException {
    out.append(first ? "\n" : ",\n");
    first = false;
    out.append("{\"ph\":\"").append(phase).append("\",\"pid\":").append(Integer.toString(pid));
    out.append(",\"tid\":").append(Integer.toString(tid));
  }

  private static String micros(long nanos) {
    return BigDecimal.valueOf(nanos, 3).toPlainString();
  }

  private void text(String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
