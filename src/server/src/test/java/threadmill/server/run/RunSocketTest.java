package threadmill.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static threadmill.server.EventClient.ofType;
import static threadmill.server.EventClient.printing;
import static threadmill.server.ScriptedRunner.result;
import static threadmill.server.ScriptedRunner.running;
import static threadmill.server.ScriptedRunner.stdout;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import threadmill.runner.Verdict;
import threadmill.server.EventClient;
import threadmill.server.ScriptedRunner;
import threadmill.server.ServerTest;
import threadmill.server.Visitor;

@ServerTest
class RunSocketTest {
  @Inject ScriptedRunner runner;

  @TestHTTPResource
  @SuppressWarnings("NullAway.Init") // Quarkus fills it.
  URI base;

  private final Visitor ada = new Visitor();

  @Test
  void events_come_in_order_and_the_server_closes_after_the_verdict() {
    var id = ada.starts(printer(new CountDownLatch(0), 3));
    try (var client = new EventClient(base, id, 0)) {
      assertThat(client.awaitsClose()).isEqualTo(WebSocket.NORMAL_CLOSURE);
      assertThat(Duration.ofNanos(client.closedAfter())).isLessThan(Duration.ofMillis(100));
      var events = client.events();
      assertThat(events.stream().map(event -> event.path("seq").asInt()))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, events.size()).boxed().toList());
      assertThat(events.getFirst().path("data").path("state").asText()).isEqualTo("QUEUED");
      assertThat(events.getFirst().path("data").path("queuePlace").asInt()).isPositive();
      assertThat(events.getLast().path("type").asText()).isEqualTo("verdict");
      assertThat(events.getLast().path("data").path("verdict").asText()).isEqualTo("OK");
      assertThat(events.getLast().path("data").path("timings").path("wallNanos").asLong())
          .isEqualTo(3_000_000);
      assertThat(states(client)).containsExactly("QUEUED", "COMPILING", "RUNNING");
    }
  }

  @Test
  void output_is_sent_while_the_program_runs() {
    var goOn = new CountDownLatch(1);
    var id = ada.starts(printer(goOn, 2));
    try (var client = new EventClient(base, id, 0)) {
      client.awaits(printing("line 0"));
      assertThat(ada.run(id).getString("state")).isEqualTo("RUNNING");
      goOn.countDown();
      client.awaits(printing("line 1"));
      client.awaitsClose();
    }
  }

  @Test
  void a_socket_that_was_cut_and_resumed_hears_what_an_uncut_one_hears() {
    var goOn = new CountDownLatch(1);
    var id = ada.starts(printer(goOn, 50));
    try (var uncut = new EventClient(base, id, 0);
        var first = new EventClient(base, id, 0)) {
      first.awaits(printing("line 0"));
      first.cut();
      var heard = new ArrayList<>(first.events());
      goOn.countDown();
      try (var second = new EventClient(base, id, first.lastSeq())) {
        second.awaitsClose();
        heard.addAll(second.events());
      }
      uncut.awaitsClose();
      assertThat(heard).isEqualTo(uncut.events());
      assertThat(text(heard)).contains("line 49");
    }
  }

  @Test
  void many_sockets_on_one_run_hear_the_same() {
    var goOn = new CountDownLatch(1);
    var id = ada.starts(printer(goOn, 20));
    var clients = IntStream.range(0, 20).mapToObj(_ -> new EventClient(base, id, 0)).toList();
    goOn.countDown();
    clients.forEach(EventClient::awaitsClose);
    var all = clients.stream().map(EventClient::events).distinct().toList();
    clients.forEach(EventClient::close);
    assertThat(all).hasSize(1);
  }

  @Test
  void a_socket_on_a_finished_run_replays_it_and_closes() {
    var id = ada.starts(printer(new CountDownLatch(0), 2));
    ada.awaits(id, "FINISHED");
    try (var client = new EventClient(base, id, 0)) {
      client.awaitsClose();
      assertThat(text(client.events())).isEqualTo("line 0\nline 1\n");
      try (var late = new EventClient(base, id, client.lastSeq())) {
        assertThat(late.awaitsClose()).isEqualTo(WebSocket.NORMAL_CLOSURE);
        assertThat(late.events()).isEmpty();
      }
    }
  }

  @Test
  void large_output_comes_whole_in_bounded_events() {
    var large = "é😀".repeat(100_000);
    var id =
        ada.starts(
            runner.script((_, listener, _) -> {
              listener.on(running());
              listener.on(stdout(large));
              return result(Verdict.OK);
            }));
    try (var client = new EventClient(base, id, 0)) {
      client.awaitsClose();
      assertThat(text(client.events())).isEqualTo(large);
      assertThat(client.events())
          .allSatisfy(event ->
              assertThat(event.path("data").path("text").asText().length())
                  .isLessThanOrEqualTo(16_384));
    }
  }

  @Test
  void a_program_may_print_any_character() {
    var odd = "\0\u0001\u2028\uFFFE\"\\";
    var id =
        ada.starts(
            runner.script((_, listener, _) -> {
              listener.on(stdout(odd));
              return result(Verdict.OK);
            }));
    try (var client = new EventClient(base, id, 0)) {
      client.awaitsClose();
      assertThat(text(client.events())).isEqualTo(odd);
    }
    assertThat(ada.asks().get("/api/v1/runs/" + id + "/output").jsonPath().getString("stdout"))
        .isEqualTo(odd);
  }

  @Test
  void a_socket_is_refused_for_an_unknown_run_a_bad_number_and_another_sites_page() {
    var id = ada.starts(printer(new CountDownLatch(0), 1));
    assertThat(refusal("/api/v1/runs/" + UUID.randomUUID() + "/events", "")).isEqualTo(404);
    assertThat(refusal("/api/v1/runs/x/events", "")).isEqualTo(404);
    assertThat(refusal("/api/v1/runs/" + id + "/events?after=x", "")).isEqualTo(400);
    assertThat(refusal("/api/v1/runs/" + id + "/events?after=-1", "")).isEqualTo(400);
    assertThat(refusal("/api/v1/runs/" + id + "/events", "https://evil.example")).isEqualTo(403);
  }

  private String printer(CountDownLatch goOn, int lines) {
    return runner.script((_, listener, _) -> {
      listener.on(running());
      listener.on(stdout("line 0\n"));
      goOn.await();
      for (int i = 1; i < lines; i++) {
        listener.on(stdout("line " + i + "\n"));
      }
      return result(Verdict.OK);
    });
  }

  private int refusal(String path, String origin) {
    try (var http = HttpClient.newHttpClient()) {
      var builder = http.newWebSocketBuilder();
      if (!origin.isEmpty()) {
        builder.header("Origin", origin);
      }
      var url = URI.create("ws://" + base.getHost() + ":" + base.getPort() + path);
      var status = new int[1];
      assertThatThrownBy(() -> builder.buildAsync(url, new WebSocket.Listener() {}).join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> status[0] = refused.getResponse().statusCode());
      return status[0];
    }
  }

  private static List<String> states(EventClient client) {
    return client.events().stream()
        .filter(ofType("state"))
        .map(event -> event.path("data").path("state").asText())
        .toList();
  }

  private static String text(List<com.fasterxml.jackson.databind.JsonNode> events) {
    var text = new StringBuilder();
    events.stream()
        .filter(ofType("stdout"))
        .forEach(event -> text.append(event.path("data").path("text").asText()));
    return text.toString();
  }
}
