package threadmill.runner.sandbox.seccomp;

/// One instruction of a classic BPF program, as `struct sock_filter` of `linux/filter.h`.
///
/// The program works on `struct seccomp_data`: the call's number, the architecture, the instruction
/// pointer and six arguments of 8 bytes, of which it reads 4 bytes at a time into its accumulator.
///
/// @param ifTrue instructions to skip where a comparison holds, up to 255
/// @param ifFalse instructions to skip where it does not, up to 255
/// @param operand what to compare with, to return, where to load from, or how far to jump
record Instruction(int code, int ifTrue, int ifFalse, int operand) {
  static final int BYTES = 8;

  static final int LOAD = 0x20;
  static final int JUMP = 0x05;
  static final int IF_EQUAL = 0x15;
  static final int IF_AT_LEAST = 0x35;
  static final int IF_ANY_BIT = 0x45;
  static final int AND = 0x54;
  static final int RETURN = 0x06;

  private static final int NUMBER_AT = 0;
  private static final int ARCHITECTURE_AT = 4;
  private static final int ARGUMENTS_AT = 16;

  Instruction {
    if (ifTrue < 0 || ifTrue > 255 || ifFalse < 0 || ifFalse > 255) {
      throw new IllegalArgumentException("a conditional jump reaches 255 instructions");
    }
  }

  static Instruction loadNumber() {
    return new Instruction(LOAD, 0, 0, NUMBER_AT);
  }

  static Instruction loadArchitecture() {
    return new Instruction(LOAD, 0, 0, ARCHITECTURE_AT);
  }

  /// Loads the lower half of an argument, which comes first on x86-64.
  static Instruction loadArgument(int index) {
    return new Instruction(LOAD, 0, 0, ARGUMENTS_AT + 8 * index);
  }

  static Instruction jump(int skip) {
    return new Instruction(JUMP, 0, 0, skip);
  }

  static Instruction and(int mask) {
    return new Instruction(AND, 0, 0, mask);
  }

  static Instruction ifEqual(int value, int skip, int skipElse) {
    return new Instruction(IF_EQUAL, skip, skipElse, value);
  }

  static Instruction ifAtLeast(int value, int skip, int skipElse) {
    return new Instruction(IF_AT_LEAST, skip, skipElse, value);
  }

  static Instruction ifAnyBit(int mask, int skip, int skipElse) {
    return new Instruction(IF_ANY_BIT, skip, skipElse, mask);
  }

  static Instruction end(Action action) {
    return new Instruction(RETURN, 0, 0, action.code());
  }
}
