package threadmill.server.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import threadmill.runner.Verdict;

/// What is to be measured next: a pure function of what has been measured.
///
/// Cells take turns: none is a round ahead of another, so that whatever changes on the machine in
/// the course of an experiment changes for all of them. Within a round the order is random, by the
/// experiment's seed, so that no cell always follows the same other.
record Plan(List<Integer> takes, int warmUp, int repeats, long seed, List<Repetition> repetitions) {

  /// @param round from 1, warm-up rounds first
  record Next(int cell, int take, int round, boolean warmUp) {}

  static Plan of(Experiment experiment, List<Repetition> repetitions) {
    return new Plan(
        experiment.takes, experiment.warmUp, experiment.repeats, experiment.seed, repetitions);
  }

  Optional<Next> next() {
    int round = Integer.MAX_VALUE;
    var pending = new ArrayList<Integer>();
    for (int cell = 0; cell < takes.size(); cell++) {
      int done = current(cell).size();
      if (!settled(cell) && done + 1 <= round) {
        if (done + 1 < round) {
          pending.clear();
        }
        round = done + 1;
        pending.add(cell);
      }
    }
    int now = round;
    return order(now).stream()
        .filter(pending::contains)
        .findFirst()
        .map(cell -> new Next(cell, takes.get(cell), now, now <= warmUp));
  }

  private List<Integer> order(int round) {
    var order = new ArrayList<Integer>();
    for (int cell = 0; cell < takes.size(); cell++) {
      order.add(cell);
    }
    Collections.shuffle(order, new Random(seed + 0x9E3779B97F4A7C15L * round));
    return order;
  }

  /// Repetitions of a cell's newest take that count, warm-up included.
  List<Repetition> current(int cell) {
    return repetitions.stream()
        .filter(it -> it.cell == cell && it.take == takes.get(cell) && it.counts())
        .toList();
  }

  /// Whether a cell needs no more repetitions.
  boolean settled(int cell) {
    return failure(cell).isPresent() || current(cell).size() >= warmUp + repeats;
  }

  /// The repetition in which the program did not end well.
  Optional<Repetition> failure(int cell) {
    return current(cell).stream().filter(it -> it.verdict != Verdict.OK).findFirst();
  }

  /// Repetitions to come.
  int left() {
    int left = 0;
    for (int cell = 0; cell < takes.size(); cell++) {
      left += settled(cell) ? 0 : warmUp + repeats - current(cell).size();
    }
    return left;
  }
}
