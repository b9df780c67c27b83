package threadmill.runner.sandbox.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import threadmill.runner.sandbox.seccomp.Policy.Rule;

/// A seccomp filter: the program that the kernel runs at each system call of a sandbox, and what it
/// was made of.
public final class Filter {
  private final Policy policy;
  private final List<Instruction> program;

  private Filter(Policy policy) {
    this.policy = policy;
    this.program = Assemble.program(policy);
  }

  /// The filter that student code and javac live under.
  public static Filter forJvm() {
    return new Filter(JvmPolicy.table());
  }

  /// The program as an array of `struct sock_filter`, which `bwrap --seccomp` reads.
  public byte[] bytes() {
    var bytes =
        ByteBuffer.allocate(program.size() * Instruction.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (var instruction : program) {
      bytes
          .putShort((short) instruction.code())
          .put((byte) instruction.ifTrue())
          .put((byte) instruction.ifFalse())
          .putInt(instruction.operand());
    }
    return bytes.array();
  }

  /// Calls that are carried out, some only with certain arguments.
  public Set<SystemCall> allowed() {
    return calls(rule -> rule.action() instanceof Action.Allow);
  }

  /// Those of [#allowed] whose arguments are looked at.
  public Set<SystemCall> checked() {
    return calls(rule -> !rule.checks().isEmpty());
  }

  /// Calls that the table names to be refused, by an error; every call that it does not name is
  /// refused too.
  public Set<SystemCall> refused() {
    return calls(rule -> rule.action() instanceof Action.Refuse);
  }

  /// Calls that end their process.
  public Set<SystemCall> killed() {
    return calls(rule -> rule.action() instanceof Action.Kill);
  }

  private Set<SystemCall> calls(Predicate<Rule> kind) {
    return policy.rules().entrySet().stream()
        .filter(entry -> kind.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
