package threadmill.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static threadmill.server.ScriptedRunner.result;
import static threadmill.server.ScriptedRunner.running;
import static threadmill.server.ScriptedRunner.stdout;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import threadmill.runner.Verdict;
import threadmill.server.EventClient;
import threadmill.server.ScriptedRunner;
import threadmill.server.ServerTest;
import threadmill.server.Visitor;
import threadmill.server.event.EventBody;
import threadmill.server.event.EventDraft;

@ServerTest
class AttemptsTest {
  @Inject ScriptedRunner runner;
  @Inject Attempts attempts;

  @TestHTTPResource
  @SuppressWarnings("NullAway.Init") // Quarkus fills it.
  URI base;

  private final Visitor ada = new Visitor();

  @Test
  void a_runner_that_fails_is_given_the_run_once_more() {
    var source =
        runner.script((order, listener, _) -> {
          listener.on(running());
          listener.on(stdout("attempt " + order.attempt() + "\n"));
          if (order.attempt() == 1) {
            throw new IllegalStateException("as scripted");
          }
          return result(Verdict.OK);
        });
    var id = ada.starts(source);
    var run = ada.awaits(id, "FINISHED");
    assertThat(run.getString("verdict")).isEqualTo("OK");
    assertThat(run.getInt("attempt")).isEqualTo(2);
    assertThat(output(id)).isEqualTo("attempt 2\n");
    try (var client = new EventClient(base, id, 0)) {
      client.awaitsClose();
      var second =
          client.events().stream().filter(event -> event.path("attempt").asInt() == 2).toList();
      assertThat(second.getFirst().path("type").asText()).isEqualTo("state");
      assertThat(second.getFirst().path("data").path("state").asText()).isEqualTo("QUEUED");
      assertThat(second.getLast().path("type").asText()).isEqualTo("verdict");
    }
  }

  @Test
  void a_runner_that_fails_twice_is_our_fault() {
    var id =
        ada.starts(
            runner.script((_, _, _) -> {
              throw new IllegalStateException("as scripted");
            }));
    var run = ada.awaits(id, "FINISHED");
    assertThat(run.getString("verdict")).isEqualTo("INTERNAL_ERROR");
    assertThat(run.getString("explanation")).contains("twice");
    assertThat(run.getInt("attempt")).isEqualTo(2);
  }

  @Test
  void what_a_lost_attempt_still_says_is_discarded() {
    var firstMayEnd = new CountDownLatch(1);
    var secondMayEnd = new CountDownLatch(1);
    var id =
        ada.starts(
            runner.script((order, listener, _) -> {
              listener.on(running());
              listener.on(stdout("attempt " + order.attempt() + "\n"));
              if (order.attempt() == 1) {
                firstMayEnd.await();
                listener.on(stdout("late\n"));
                return result(Verdict.RUNTIME_ERROR);
              }
              secondMayEnd.await();
              return result(Verdict.OK);
            }));
    try (var client = new EventClient(base, id, 0)) {
      client.awaits(EventClient.printing("attempt 1"));
      attempts.lost(UUID.fromString(id), 1, "The runner vanished");
      client.awaits(EventClient.printing("attempt 2"));
      firstMayEnd.countDown();
      assertThat(
              attempts.append(
                  UUID.fromString(id),
                  1,
                  List.of(EventDraft.now(new EventBody.Stdout("later"))),
                  null))
          .isEmpty();
      assertThat(attempts.finish(UUID.fromString(id), 1, result(Verdict.TIME_LIMIT), List.of()))
          .isFalse();
      secondMayEnd.countDown();
      client.awaitsClose();
    }
    var run = ada.run(id);
    assertThat(run.getString("verdict")).isEqualTo("OK");
    assertThat(output(id)).isEqualTo("attempt 2\n");
  }

  @Test
  void a_finished_run_takes_no_second_verdict() {
    var id = ada.starts(runner.script((_, _, _) -> result(Verdict.OK)));
    ada.awaits(id, "FINISHED");
    assertThat(attempts.finish(UUID.fromString(id), 1, result(Verdict.TIME_LIMIT), List.of()))
        .isFalse();
    attempts.lost(UUID.fromString(id), 1, "The runner vanished");
    assertThat(ada.run(id).getString("verdict")).isEqualTo("OK");
  }

  @Test
  void runs_under_way_at_the_start_are_queued_once_more_and_then_end() {
    var source =
        runner.script((order, listener, cancelled) -> {
          listener.on(running());
          listener.on(stdout("attempt " + order.attempt() + "\n"));
          cancelled.await();
          return result(Verdict.CANCELLED);
        });
    var id = ada.starts(source);
    try (var client = new EventClient(base, id, 0)) {
      client.awaits(EventClient.printing("attempt 1"));
      assertThat(attempts.recover()).isPositive();
      client.awaits(EventClient.printing("attempt 2"));
      assertThat(attempts.recover()).isPositive();
      client.awaitsClose();
    }
    var run = ada.run(id);
    assertThat(run.getString("verdict")).isEqualTo("INTERNAL_ERROR");
    assertThat(run.getString("explanation")).contains("server stopped");
    runner.cancel(id);
  }

  private String output(String id) {
    return ada.asks().get("/api/v1/runs/" + id + "/output").jsonPath().getString("stdout");
  }
}
