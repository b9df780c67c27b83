package threadmill.server.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import threadmill.runner.Verdict;

class PlanTest {
  private final UUID experiment = UUID.randomUUID();
  private final List<Repetition> done = new ArrayList<>();

  @Test
  void cells_take_turns_and_each_round_has_an_order_of_its_own() {
    var order = runs(List.of(1, 1, 1, 1), 1, 3);
    assertThat(order).hasSize(16);
    var rounds = new HashMap<Integer, List<Integer>>();
    order.forEach(it -> rounds.computeIfAbsent(it.round(), _ -> new ArrayList<>()).add(it.cell()));
    assertThat(rounds.values())
        .allSatisfy(cells -> assertThat(cells).containsExactlyInAnyOrder(0, 1, 2, 3));
    assertThat(new HashSet<>(rounds.values())).hasSizeGreaterThan(1);
    assertThat(order.stream().map(Plan.Next::round)).isSorted();
    assertThat(order.stream().filter(Plan.Next::warmUp))
        .allSatisfy(it -> assertThat(it.round()).isEqualTo(1))
        .hasSize(4);
  }

  @Test
  void the_same_seed_gives_the_same_order() {
    var first = runs(List.of(1, 1, 1), 0, 4);
    done.clear();
    assertThat(runs(List.of(1, 1, 1), 0, 4)).isEqualTo(first);
  }

  @Test
  void a_cell_that_failed_is_not_run_again() {
    add(new Plan.Next(0, 1, 1, false), Verdict.TIME_LIMIT);
    assertThat(runs(List.of(1, 1), 0, 3))
        .hasSize(3)
        .allSatisfy(it -> assertThat(it.cell()).isEqualTo(1));
  }

  @Test
  void a_failure_of_ours_does_not_count() {
    add(new Plan.Next(0, 1, 1, false), Verdict.INTERNAL_ERROR);
    assertThat(runs(List.of(1), 0, 2)).hasSize(2);
  }

  @Test
  void a_cell_that_is_measured_again_starts_with_its_warm_up() {
    runs(List.of(1, 1), 1, 2);
    var again = runs(List.of(1, 2), 1, 2);
    assertThat(again)
        .containsExactly(
            new Plan.Next(1, 2, 1, true),
            new Plan.Next(1, 2, 2, false),
            new Plan.Next(1, 2, 3, false));
  }

  private List<Plan.Next> runs(List<Integer> takes, int warmUp, int repeats) {
    var order = new ArrayList<Plan.Next>();
    for (var next = plan(takes, warmUp, repeats).next();
        next.isPresent();
        next = plan(takes, warmUp, repeats).next()) {
      order.add(next.get());
      add(next.get(), Verdict.OK);
    }
    return order;
  }

  private Plan plan(List<Integer> takes, int warmUp, int repeats) {
    return new Plan(takes, warmUp, repeats, 4711, List.copyOf(done));
  }

  private void add(Plan.Next next, Verdict verdict) {
    var repetition = new Repetition();
    repetition.key = new Repetition.Key(experiment, done.size() + 1);
    repetition.cell = next.cell();
    repetition.take = next.take();
    repetition.round = next.round();
    repetition.warmUp = next.warmUp();
    repetition.verdict = verdict;
    done.add(repetition);
  }
}
