package threadmill.server.timeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import threadmill.runner.timeline.Timeline;

/// Stores timelines in the form in which they are asked for: gzip over the contract's JSON, so that
/// most answers are the stored bytes as they are.
@ApplicationScoped
public class Timelines {
  private static final short GZIP_JSON = 1;

  private final RunTimelineRepository timelines;
  private final ObjectMapper json;

  Timelines(RunTimelineRepository timelines, ObjectMapper json) {
    this.timelines = timelines;
    this.json = json;
  }

  /// Stores the timeline of a run, within the caller's transaction.
  @Transactional(Transactional.TxType.MANDATORY)
  public void store(UUID run, Timeline timeline) {
    var stored = new RunTimeline();
    stored.runId = run;
    stored.codec = GZIP_JSON;
    stored.bytes = zip(timeline);
    timelines.persist(stored);
  }

  /// Whether a run's timeline is stored.
  @Transactional
  public boolean has(UUID run) {
    return timelines.count("runId", run) > 0;
  }

  /// The stored bytes; empty while there are none.
  @Transactional
  Optional<byte[]> zipped(UUID run) {
    return timelines.findByIdOptional(run).map(stored -> stored.bytes);
  }

  Timeline read(byte[] zipped) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return json.readValue(in, Timeline.class);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private byte[] zip(Timeline timeline) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes, 1 << 16)) {
      json.writeValue(out, timeline);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }
}
