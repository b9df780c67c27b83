package threadmill.runner.sandbox.seccomp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition on an argument of a system call, and what happens where it does not hold.
///
/// Only the lower 32 bits are looked at. Every argument that is checked here is an `int` or a set
/// of 32 flags to the kernel, which drops the upper half as well: a filter that compared all 64
/// would let through what the kernel then takes for the forbidden value.
///
/// @param only the check applies where this holds, or always
/// @param argument index of the argument, from 0
record Check(@Nullable Only only, int argument, Test test, Action otherwise) {
  /// Restricts a check to calls whose argument has a value.
  record Only(int argument, int value) {}

  /// What an argument must be like.
  sealed interface Test {
    record OneOf(List<Integer> values) implements Test {}

    record NoneOf(List<Integer> values) implements Test {}

    /// No bit of the mask is set.
    record Clear(int mask) implements Test {}

    /// Not every bit of the mask is set.
    record NotAll(int mask) implements Test {}
  }

  /// Begins a check of an argument.
  static Start argument(int index) {
    return new Start(null, index);
  }

  /// Begins a check that applies where an argument has a value.
  static When where(int argument, int value) {
    return new When(new Only(argument, value));
  }

  record When(Only only) {
    Start argument(int index) {
      return new Start(only, index);
    }
  }

  record Start(@Nullable Only only, int index) {
    Else isOneOf(Integer... values) {
      return new Else(this, new Test.OneOf(List.of(values)));
    }

    Else isNoneOf(Integer... values) {
      return new Else(this, new Test.NoneOf(List.of(values)));
    }

    Else hasNoneOfBits(int mask) {
      return new Else(this, new Test.Clear(mask));
    }

    Else hasNotAllBits(int mask) {
      return new Else(this, new Test.NotAll(mask));
    }
  }

  record Else(Start start, Test test) {
    Check orRefuse(Errno errno) {
      return new Check(start.only, start.index, test, new Action.Refuse(errno));
    }

    Check orKill() {
      return new Check(start.only, start.index, test, new Action.Kill());
    }
  }
}
