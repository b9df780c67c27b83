package threadmill.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LabExecutorTest {

  @ParameterizedTest
  @EnumSource(ExecutorKind.class)
  void the_same_source_gives_the_same_results_on_every_kind(ExecutorKind kind) throws Exception {
    try (var pool = kind.open(2)) {
      assertThat(pool.submit(() -> 6 * 7).get()).isEqualTo(42);
      assertThat(pool.map(n -> n * n, List.of(1, 2, 3, 4, 5), 2)).containsExactly(1, 4, 9, 16, 25);
      assertThat(pool.invokeAll(List.of(Task.of(() -> "a"), Task.of(() -> "b"))))
          .extracting(future -> future.get())
          .containsExactly("a", "b");
      var completion = new ExecutorCompletionService<Integer>(pool);
      completion.submit(Task.of(() -> 1));
      assertThat(completion.take().get()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutorKind.class)
  void a_failure_comes_out_with_its_cause_and_trace(ExecutorKind kind) {
    try (var pool = kind.open(1)) {
      assertThatThrownBy(() -> pool.map(LabExecutorTest::refuse, List.of(1)).toList())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no 1")
          .satisfies(cause ->
              assertThat(cause.getStackTrace())
                  .anyMatch(frame -> frame.getMethodName().equals("refuse")));
    }
  }

  private static int refuse(int n) {
    throw new IllegalStateException("no " + n);
  }

  @ParameterizedTest
  @EnumSource(ExecutorKind.class)
  void nothing_is_taken_after_the_end(ExecutorKind kind) {
    var pool = kind.open(1);
    pool.close();

    assertThat(pool.isTerminated()).isTrue();
    assertThatThrownBy(() -> pool.submit(() -> 1)).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void the_caller_does_its_tasks_itself() throws Exception {
    try (var pool = ExecutorKind.CALLER.open(1)) {
      assertThat(pool.submit(() -> Thread.currentThread().threadId()).get())
          .isEqualTo(Thread.currentThread().threadId());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void chunks_of_any_size_keep_the_order(int chunk) {
    var inputs = IntStream.range(0, 10).boxed().toList();
    try (var pool = ExecutorKind.FIXED.open(3)) {
      assertThat(pool.map(n -> -n, inputs, chunk).map(n -> -n).toList()).isEqualTo(inputs);
    }
  }

  @Test
  void a_chunk_of_nothing_is_refused() {
    try (var pool = ExecutorKind.CALLER.open(1)) {
      assertThatThrownBy(() -> pool.map(n -> n, new ArrayList<>(), 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
