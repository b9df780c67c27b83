package threadmill.server.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import threadmill.runner.Verdict;
import threadmill.server.ScriptedRunner;
import threadmill.server.ServerTest;
import threadmill.server.Visitor;

@ServerTest
class ExperimentsTest {
  @Inject Experiments experiments;
  @Inject ScriptedRunner runner;

  @Test
  void whoever_locks_an_experiment_sees_what_others_wrote_since_it_was_read() throws Exception {
    var begun = new CountDownLatch(1);
    var source =
        runner.script((_, _, cancelled) -> {
          begun.countDown();
          cancelled.await();
          return ScriptedRunner.result(Verdict.CANCELLED);
        });
    var ada = new Visitor();
    String posted =
        ada.posts(
                "/api/v1/experiments",
                Map.of(
                    "run",
                    Map.of("files", List.of(Map.of("path", "Main.java", "content", source)))))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    var id = UUID.fromString(posted);
    begun.await();
    QuarkusTransaction.requiringNew()
        .run(() -> {
          var read = experiments.findById(id);
          int before = read.lastSeq;
          QuarkusTransaction.requiringNew()
              .run(() -> experiments.locked(id).orElseThrow().lastSeq += 5);
          assertThat(experiments.locked(id).orElseThrow().lastSeq).isEqualTo(before + 5);
          // Events are numbered without gaps.
          read.lastSeq = before;
        });
    ada.asks().delete("/api/v1/experiments/" + posted).then().statusCode(202);
  }
}
