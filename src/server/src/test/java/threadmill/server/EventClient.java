package threadmill.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// A client of the event socket that remembers all it hears.
public final class EventClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private volatile long lastHeard;
  private volatile long closedAt;

  /// @param base the server's address, such as `http://localhost:8081`
  public EventClient(URI base, String run, int after) {
    this(base, "runs", run, after);
  }

  /// @param kind `runs` or `experiments`
  public EventClient(URI base, String kind, String id, int after) {
    var url =
        "ws://%s:%d/api/v1/%s/%s/events?after=%d"
            .formatted(base.getHost(), base.getPort(), kind, id, after);
    this.socket = http.newWebSocketBuilder().buildAsync(URI.create(url), new Ears()).join();
  }

  public List<JsonNode> events() {
    return List.copyOf(events);
  }

  public int lastSeq() {
    return events.isEmpty() ? 0 : events.getLast().path("seq").asInt();
  }

  /// Waits for an event.
  public JsonNode awaits(Predicate<JsonNode> wanted) {
    await().atMost(30, SECONDS).until(() -> events.stream().anyMatch(wanted));
    return events.stream().filter(wanted).findFirst().orElseThrow();
  }

  /// Waits for the server to close, and gives its reason.
  public int awaitsClose() {
    return closed.orTimeout(30, SECONDS).join();
  }

  /// Nanoseconds from the last event to the close.
  public long closedAfter() {
    return closedAt - lastHeard;
  }

  public static Predicate<JsonNode> ofType(String type) {
    return event -> event.path("type").asText().equals(type);
  }

  public static Predicate<JsonNode> printing(String text) {
    return ofType("stdout").and(event -> event.path("data").path("text").asText().contains(text));
  }

  /// Cuts the connection without a farewell.
  public void cut() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }

  private final class Ears implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        try {
          JSON.readTree(message.toString()).forEach(events::add);
        } catch (JsonProcessingException broken) {
          closed.completeExceptionally(broken);
        }
        message.setLength(0);
        lastHeard = System.nanoTime();
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closedAt = System.nanoTime();
      closed.complete(code);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
