import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// As much of the server's API as the scripts beside it need.
final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .build();

  /// An event as the socket sends it; `data` is its JSON with what follows it in the message.
  record Event(int seq, int attempt, String type, String data) {
    private static final Pattern START =
        Pattern.compile("\\{\"seq\":(\\d+),\"attempt\":(\\d+),\"atNanos\":-?\\d+,\"type\":\"(\\w+)\",\"data\":");

    /// No text of a program can look like a start: its quotes are escaped.
    static List<Event> all(String messages) {
      var events = new ArrayList<Event>();
      var starts = START.matcher(messages).results().toList();
      for (int i = 0; i < starts.size(); i++) {
        var start = starts.get(i);
        int end = i + 1 < starts.size() ? starts.get(i + 1).start() : messages.length();
        events.add(
            new Event(
                Integer.parseInt(start.group(1)),
                Integer.parseInt(start.group(2)),
                start.group(3),
                messages.substring(start.end(), end)));
      }
      return events;
    }
  }

  /// Submits a program.
  ///
  /// @return the run's id
  String post(URI server, String source) throws IOException, InterruptedException {
    return text(post(server, "/api/v1/runs", body(source)), "id");
  }

  /// The body of a run of one file on one core.
  static String body(String source) {
    return "{\"files\":[{\"path\":\"Main.java\",\"content\":\"%s\"}],\"cores\":1}"
        .formatted(source.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
  }

  /// Posts JSON that must be taken.
  ///
  /// @return the answer
  String post(URI server, String path, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException("refused with " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  String get(URI server, String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  /// All events of all attempts; those so far where there is no verdict.
  List<Event> events(URI server, String run) throws IOException, InterruptedException {
    var text = new StringBuffer();
    var closed = new CompletableFuture<Void>();
    var listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            socket.request(1);
            return null;
          }

          @Override
          public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(null);
            return null;
          }

          @Override
          public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
          }
        };
    var address =
        URI.create("ws" + server.toString().substring(4))
            .resolve("/api/v1/runs/" + run + "/events?after=0");
    try {
      var socket = http.newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(address, listener);
      socket.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("the socket of run " + run + " broke", e);
    } catch (TimeoutException e) {
      // Its events are what they are.
    }
    return Event.all(text.toString());
  }

  /// The first text of this name in a JSON, or "".
  static String text(String json, String name) {
    var found =
        Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]++|\\\\.)*+)\"").matcher(json);
    return found.find() ? found.group(1).translateEscapes() : "";
  }

  /// The first number of this name in a JSON, or 0.
  static int number(String json, String name) {
    var found = Pattern.compile("\"" + name + "\"\\s*:\\s*(-?\\d+)").matcher(json);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }
}
