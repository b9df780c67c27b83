package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.GarbledFrameException;
import threadmill.harness.wire.PlainData;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.Thrown;

class CallsTest {
  private final BlockingQueue<Command> sent = new ArrayBlockingQueue<>(10);
  private final Calls calls = new Calls();

  @Test
  void an_answer_goes_to_the_call_that_waits_for_it() throws Exception {
    calls.connect(sent::add, () -> 0);
    try (var pool = Executors.newSingleThreadExecutor()) {
      var answer = pool.submit(called("A.b"));
      var call = (Command.Call) sent.take();

      assertThat(calls.answered(new Report.Returned(call.id(), PlainData.encode(7)))).isTrue();

      assertThat(answer.get()).contains(call.id());
    }
  }

  @Test
  void an_answer_that_nobody_waits_for_is_not_in_turn() throws Exception {
    calls.connect(sent::add, () -> 0);

    assertThat(calls.answered(new Report.Returned(1, PlainData.encode(null)))).isFalse();
    assertThat(calls.answered(new Report.Threw(0, new Thrown("x", "", "")))).isFalse();
    assertThat(calls.answered(new Report.TooLarge(1))).isFalse();
  }

  @Test
  void a_second_answer_and_one_to_another_call_are_not_in_turn() throws Exception {
    calls.connect(sent::add, () -> 0);
    try (var pool = Executors.newSingleThreadExecutor()) {
      var answer = pool.submit(called("A.b"));
      var call = (Command.Call) sent.take();
      var reply = new Report.Unanswerable(call.id(), "a bean");

      assertThat(calls.answered(new Report.Unanswerable(call.id() + 1, "a bean"))).isFalse();
      assertThat(calls.answered(reply)).isTrue();
      answer.get();
      assertThat(calls.answered(reply)).isFalse();
    }
  }

  @Test
  void an_answer_that_is_no_plain_data_is_garbled() {
    calls.connect(sent::add, () -> 0);

    assertThatThrownBy(() -> calls.answered(new Report.Returned(1, new byte[] {'?'})))
        .isInstanceOf(GarbledFrameException.class);
  }

  @Test
  void a_call_that_is_open_when_the_subject_ends_gets_no_answer_and_is_named() throws Exception {
    calls.connect(sent::add, () -> 0);
    try (var pool = Executors.newSingleThreadExecutor()) {
      var answer = pool.submit(called("CountDriver.count"));
      sent.take();

      calls.over();

      assertThat(answer.get()).isEmpty();
      assertThat(calls.call("A.b", new byte[0])).isEmpty();
      assertThat(calls.stage(false)).isEqualTo(new Judgement.Stage("CountDriver.count", false));
      var early = calls.ofItself(new Judgement(Verdict.OK, "main returned."));
      assertThat(early.verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
      assertThat(early.explanation()).contains("CountDriver.count");
    }
  }

  @Test
  void only_the_time_of_calls_counts() throws Exception {
    calls.connect(sent::add, () -> 0);
    assertThat(calls.wallSpent(0, Long.MAX_VALUE)).isZero();
    try (var pool = Executors.newSingleThreadExecutor()) {
      var answer = pool.submit(called("A.b"));
      var call = (Command.Call) sent.take();
      assertThat(calls.wallSpent(0, System.nanoTime() + 1_000)).isPositive();

      calls.answered(new Report.TooLarge(call.id() + 1));
      calls.answered(new Report.Returned(call.id(), PlainData.encode(1)));
      answer.get();

      long spent = calls.wallSpent(0, System.nanoTime());
      assertThat(calls.wallSpent(0, System.nanoTime() + 1_000_000_000)).isEqualTo(spent);
      calls.beginTest();
      assertThat(calls.wallSpent(0, System.nanoTime())).isZero();
    }
  }

  private Callable<Optional<Long>> called(String method) {
    return () -> calls.call(method, new byte[0]).map(answered -> answered.reply().id());
  }
}
