package threadmill.runner.timeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import threadmill.runner.timeline.Lane.Kind;
import threadmill.runner.timeline.Slice.Detail;
import threadmill.runner.timeline.Slice.State;
import threadmill.runner.timeline.Timeline.Link;
import threadmill.runner.timeline.Timeline.Mark;
import threadmill.runner.timeline.Timeline.Source;

/// A timeline as few bytes: one byte for the version, then DEFLATE over variable-length numbers.
/// Times are differences to the time before, texts and details are listed once and referred to, and
/// enums are written as their place in the lists below, which may only be added to.
public final class TimelineCodec {
  private static final int VERSION = 1;
  private static final List<Source> SOURCES = List.of(Source.PERF, Source.PROC);
  private static final List<Kind> KINDS =
      List.of(Kind.THREAD, Kind.VIRTUAL, Kind.CARRIER, Kind.CORE, Kind.GC, Kind.VM);
  private static final List<State> STATES =
      List.of(
          State.RUNNING,
          State.RUNNABLE,
          State.BLOCKED,
          State.WAITING,
          State.PARKED,
          State.SLEEPING,
          State.IO,
          State.PINNED,
          State.GC,
          State.OFF_CPU);

  private TimelineCodec() {}

  /// A timeline's bytes.
  public static byte[] write(Timeline timeline) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      new Writing(out).timeline(timeline);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /// Reads what [#write] gave.
  ///
  /// @throws IllegalArgumentException when the bytes are no timeline, or of an unknown version
  public static Timeline read(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != VERSION) {
      throw new IllegalArgumentException(
          "not a timeline of version %d: %s"
              .formatted(VERSION, bytes.length == 0 ? "empty" : "version " + bytes[0]));
    }
    try (var in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1)))) {
      return new Reading(in).timeline();
    } catch (IOException | IndexOutOfBoundsException broken) {
      throw new IllegalArgumentException("a broken timeline", broken);
    }
  }

  private static final class Writing {
    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Detail, Integer> details = new HashMap<>();

    Writing(DataOutputStream out) {
      this.out = out;
    }

    void timeline(Timeline timeline) throws IOException {
      var startedAt = timeline.startedAt();
      signed(startedAt.getEpochSecond());
      signed(startedAt.getNano());
      signed(timeline.endNanos());
      signed(SOURCES.indexOf(timeline.source()));
      signed(timeline.droppedSlices());
      signed(timeline.lanes().size());
      for (var lane : timeline.lanes()) {
        lane(lane);
      }
      signed(timeline.marks().size());
      for (var mark : timeline.marks()) {
        signed(mark.at());
        text(mark.name());
      }
      signed(timeline.links().size());
      for (var link : timeline.links()) {
        signed(link.at());
        signed(link.from());
        signed(link.to());
        text(link.why());
      }
    }

    private void lane(Lane lane) throws IOException {
      signed(lane.id());
      signed(KINDS.indexOf(lane.kind()));
      signed(lane.pid());
      text(lane.name());
      signed(lane.slices().size());
      long time = 0;
      for (var slice : lane.slices()) {
        signed(slice.from() - time);
        signed(slice.to() - slice.from());
        time = slice.to();
        signed(STATES.indexOf(slice.state()));
        optional(slice.core());
        detail(slice.detail());
      }
    }

    private void detail(@Nullable Detail detail) throws IOException {
      if (detail == null) {
        signed(-1);
        return;
      }
      var known = details.putIfAbsent(detail, details.size());
      if (known != null) {
        signed(known);
        return;
      }
      signed(details.size() - 1);
      text(detail.lock());
      optional(detail.owner());
      text(detail.task());
    }

    private void text(@Nullable String text) throws IOException {
      if (text == null) {
        signed(-1);
        return;
      }
      var known = texts.putIfAbsent(text, texts.size());
      if (known != null) {
        signed(known);
        return;
      }
      signed(texts.size() - 1);
      signed(text.length());
      for (int i = 0; i < text.length(); i++) {
        signed(text.charAt(i));
      }
    }

    private void optional(@Nullable Integer number) throws IOException {
      signed(number == null ? 0 : number >= 0 ? number + 1L : number);
    }

    /// Zigzag, seven bits a byte, lowest first.
    private void signed(long number) throws IOException {
      long rest = (number << 1) ^ (number >> 63);
      while ((rest & ~0x7fL) != 0) {
        out.writeByte(((int) rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      out.writeByte((int) rest);
    }
  }

  private static final class Reading {
    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();
    private final List<Detail> details = new ArrayList<>();

    Reading(DataInputStream in) {
      this.in = in;
    }

    Timeline timeline() throws IOException {
      var startedAt = Instant.ofEpochSecond(signed(), signed());
      long end = signed();
      var source = SOURCES.get(number());
      long dropped = signed();
      List<Lane> lanes = new ArrayList<>();
      for (int left = number(); left > 0; left--) {
        lanes.add(lane());
      }
      List<Mark> marks = new ArrayList<>();
      for (int left = number(); left > 0; left--) {
        marks.add(new Mark(signed(), name()));
      }
      List<Link> links = new ArrayList<>();
      for (int left = number(); left > 0; left--) {
        links.add(new Link(signed(), number(), number(), name()));
      }
      return new Timeline(startedAt, end, lanes, marks, links, source, dropped);
    }

    private Lane lane() throws IOException {
      int id = number();
      var kind = KINDS.get(number());
      int pid = number();
      var name = name();
      List<Slice> slices = new ArrayList<>();
      long time = 0;
      for (int left = number(); left > 0; left--) {
        long from = time + signed();
        time = from + signed();
        slices.add(new Slice(from, time, STATES.get(number()), optional(), detail()));
      }
      return new Lane(id, kind, pid, name, slices);
    }

    private @Nullable Detail detail() throws IOException {
      int index = number();
      if (index < 0) {
        return null;
      }
      if (index == details.size()) {
        details.add(new Detail(text(), optional(), text()));
      }
      return details.get(index);
    }

    private String name() throws IOException {
      var text = text();
      if (text == null) {
        throw new IOException("a name is missing");
      }
      return text;
    }

    private @Nullable String text() throws IOException {
      int index = number();
      if (index < 0) {
        return null;
      }
      if (index == texts.size()) {
        var text = new StringBuilder();
        for (int left = number(); left > 0; left--) {
          text.append((char) number());
        }
        texts.add(text.toString());
      }
      return texts.get(index);
    }

    private @Nullable Integer optional() throws IOException {
      long number = signed();
      if (number == 0) {
        return null;
      }
      return (int) (number > 0 ? number - 1 : number);
    }

    private int number() throws IOException {
      long number = signed();
      if (number != (int) number) {
        throw new IOException("a number is too large");
      }
      return (int) number;
    }

    private long signed() throws IOException {
      long bits = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        int next = in.readUnsignedByte();
        bits |= (next & 0x7fL) << shift;
        if (next < 0x80) {
          return (bits >>> 1) ^ -(bits & 1);
        }
      }
      throw new IOException("a number has no end");
    }
  }
}
