package threadmill.server.timeline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice;
import threadmill.runner.timeline.Timeline;

/// Writes a timeline as Chrome trace-event JSON, which Perfetto and speedscope open: complete
/// events (`X`) in microseconds, cores as a process of their own with pid 0.
@ApplicationScoped
class TraceExport {
  private final ObjectMapper json;

  TraceExport(ObjectMapper json) {
    this.json = json;
  }

  void write(Timeline timeline, OutputStream to) throws IOException {
    try (var out = json.getFactory().createGenerator(to)) {
      out.writeStartObject();
      out.writeStringField("displayTimeUnit", "ns");
      out.writeArrayFieldStart("traceEvents");
      timeline.lanes().stream().mapToInt(Lane::pid).distinct().forEach(pid -> process(out, pid));
      for (var lane : timeline.lanes()) {
        name(out, "thread_name", lane.pid(), lane.id(), lane.name());
        for (var slice : lane.slices()) {
          slice(out, lane, slice);
        }
      }
      for (var mark : timeline.marks()) {
        mark(out, mark);
      }
      flows(out, timeline);
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  /// A flow from who set free to who was: a start and a finish with one id.
  private static void flows(JsonGenerator out, Timeline timeline) throws IOException {
    var pids = new HashMap<Integer, Integer>();
    timeline.lanes().forEach(lane -> pids.put(lane.id(), lane.pid()));
    int id = 0;
    for (var link : timeline.links()) {
      id++;
      flow(out, "s", id, link, pids.getOrDefault(link.from(), 1), link.from());
      flow(out, "f", id, link, pids.getOrDefault(link.to(), 1), link.to());
    }
  }

  private static void flow(
      JsonGenerator out, String phase, int id, Timeline.Link link, int pid, int tid)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("ph", phase);
    out.writeStringField("name", link.why());
    out.writeStringField("cat", "link");
    out.writeNumberField("id", id);
    out.writeNumberField("ts", micros(link.at()));
    out.writeNumberField("pid", pid);
    out.writeNumberField("tid", tid);
    if (phase.equals("f")) {
      out.writeStringField("bp", "e");
    }
    out.writeEndObject();
  }

  private static void process(JsonGenerator out, int pid) {
    try {
      name(out, "process_name", pid, 0, pid == 0 ? "cores" : "process " + pid);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void name(JsonGenerator out, String kind, int pid, int tid, String name)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("ph", "M");
    out.writeStringField("name", kind);
    out.writeNumberField("pid", pid);
    out.writeNumberField("tid", tid);
    out.writeObjectFieldStart("args");
    out.writeStringField("name", name);
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void slice(JsonGenerator out, Lane lane, Slice slice) throws IOException {
    var detail = slice.detail();
    boolean core = lane.kind() == Lane.Kind.CORE;
    out.writeStartObject();
    out.writeStringField("ph", "X");
    out.writeStringField(
        "name",
        core && detail != null && detail.task() != null ? detail.task() : slice.state().name());
    out.writeStringField("cat", core ? "core" : "thread");
    out.writeNumberField("ts", micros(slice.from()));
    out.writeNumberField("dur", micros(slice.to() - slice.from()));
    out.writeNumberField("pid", lane.pid());
    out.writeNumberField("tid", lane.id());
    out.writeObjectFieldStart("args");
    if (slice.core() != null) {
      out.writeNumberField("core", slice.core());
    }
    if (detail != null && detail.lock() != null) {
      out.writeStringField("lock", detail.lock());
    }
    if (detail != null && detail.owner() != null) {
      out.writeNumberField("owner", detail.owner());
    }
    if (detail != null && detail.at() != null) {
      out.writeStringField("at", detail.at());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void mark(JsonGenerator out, Timeline.Mark mark) throws IOException {
    out.writeStartObject();
    out.writeStringField("ph", "i");
    out.writeStringField("s", "g");
    out.writeStringField("name", mark.name());
    out.writeNumberField("ts", micros(mark.at()));
    out.writeNumberField("pid", 1);
    out.writeNumberField("tid", 0);
    out.writeEndObject();
  }

  /// Exact, where a double would lose nanoseconds.
  private static BigDecimal micros(long nanos) {
    return BigDecimal.valueOf(nanos, 3);
  }
}
