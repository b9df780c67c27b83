package threadmill.runner.sandbox.seccomp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import threadmill.runner.sandbox.seccomp.Check.Test;
import threadmill.runner.sandbox.seccomp.Policy.Rule;

/// Makes a program of a table: refuse foreign architectures, then a binary search for the call's
/// number.
///
/// A list in order of frequency would be no faster. Since Linux 5.11 the kernel works out once,
/// when the filter is installed, which numbers are allowed whatever their arguments, and does not
/// run the program for those at all; what still runs it are the few calls with checked arguments,
/// and eight comparisons find any of them. Neighbours with the same fate share a leaf.
final class Assemble {
  private static final int X86_64 = 0xc000_003e;

  /// Numbers from here on are calls of the x32 interface: the same calls by another number.
  private static final int X32_BIT = 0x4000_0000;

  private static final Action KILL = new Action.Kill();

  private Assemble() {}

  /// Numbers from `from` up to the next leaf's share a rule.
  private record Leaf(int from, Rule rule) {}

  static List<Instruction> program(Policy policy) {
    var program = new ArrayList<Instruction>();
    program.add(Instruction.loadArchitecture());
    program.add(Instruction.ifEqual(X86_64, 1, 0));
    program.add(Instruction.end(KILL));
    program.add(Instruction.loadNumber());
    program.add(Instruction.ifAtLeast(X32_BIT, 0, 1));
    program.add(Instruction.end(KILL));
    program.addAll(search(leaves(policy)));
    return List.copyOf(program);
  }

  private static List<Leaf> leaves(Policy policy) {
    var unlisted = new Rule(policy.unlisted(), List.of());
    var byNumber = new TreeMap<Integer, Rule>();
    policy.rules().forEach((call, rule) -> byNumber.put(call.number(), rule));
    var leaves = new ArrayList<Leaf>();
    leaves.add(new Leaf(0, byNumber.getOrDefault(0, unlisted)));
    for (Map.Entry<Integer, Rule> entry : byNumber.entrySet()) {
      int number = entry.getKey();
      append(leaves, new Leaf(number, entry.getValue()));
      append(leaves, new Leaf(number + 1, byNumber.getOrDefault(number + 1, unlisted)));
    }
    return leaves;
  }

  private static void append(List<Leaf> leaves, Leaf next) {
    if (!leaves.getLast().rule().equals(next.rule())) {
      leaves.add(next);
    }
  }

  private static List<Instruction> search(List<Leaf> leaves) {
    if (leaves.size() == 1) {
      return decide(leaves.getFirst().rule());
    }
    int middle = leaves.size() / 2;
    int pivot = leaves.get(middle).from();
    var below = search(leaves.subList(0, middle));
    var program = new ArrayList<Instruction>();
    if (below.size() <= 255) {
      program.add(Instruction.ifAtLeast(pivot, below.size(), 0));
    } else {
      program.add(Instruction.ifAtLeast(pivot, 0, 1));
      program.add(Instruction.jump(below.size()));
    }
    program.addAll(below);
    program.addAll(search(leaves.subList(middle, leaves.size())));
    return program;
  }

  private static List<Instruction> decide(Rule rule) {
    var program = new ArrayList<Instruction>();
    for (var check : rule.checks()) {
      var body = check(check);
      var only = check.only();
      if (only != null) {
        program.add(Instruction.loadArgument(only.argument()));
        program.add(Instruction.ifEqual(only.value(), 0, body.size()));
      }
      program.addAll(body);
    }
    program.add(Instruction.end(rule.action()));
    return program;
  }

  /// Ends the program where the check fails, else goes on behind itself.
  private static List<Instruction> check(Check check) {
    var program = new ArrayList<Instruction>();
    program.add(Instruction.loadArgument(check.argument()));
    switch (check.test()) {
      case Test.OneOf(var values) -> {
        for (int left = values.size(); left > 0; left--) {
          program.add(Instruction.ifEqual(values.get(values.size() - left), left, 0));
        }
      }
      case Test.NoneOf(var values) -> {
        for (int left = values.size(); left > 0; left--) {
          boolean last = left == 1;
          program.add(
              Instruction.ifEqual(values.get(values.size() - left), left - 1, last ? 1 : 0));
        }
      }
      case Test.Clear(int mask) -> program.add(Instruction.ifAnyBit(mask, 0, 1));
      case Test.NotAll(int mask) -> {
        program.add(Instruction.and(mask));
        program.add(Instruction.ifEqual(mask, 0, 1));
      }
    }
    program.add(Instruction.end(check.otherwise()));
    return program;
  }
}
