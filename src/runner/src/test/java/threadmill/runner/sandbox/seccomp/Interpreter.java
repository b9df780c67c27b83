package threadmill.runner.sandbox.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Runs a classic BPF program as the kernel does, as far as seccomp filters need it: on the bytes
/// of `struct seccomp_data`, with the checks that the kernel makes when it installs one.
final class Interpreter {
  static final int X86_64 = 0xc000_003e;

  private static final int DATA_BYTES = 64;
  private static final int MOST_INSTRUCTIONS = 4096;

  private final ByteBuffer program;
  private int steps;

  Interpreter(byte[] program) {
    this.program = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
    if (program.length % 8 != 0 || length() > MOST_INSTRUCTIONS) {
      throw new IllegalArgumentException("the kernel would not take it");
    }
  }

  int length() {
    return program.capacity() / 8;
  }

  /// Instructions that the last call took.
  int steps() {
    return steps;
  }

  int run(int architecture, int number, long... arguments) {
    var data = ByteBuffer.allocate(DATA_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.putInt(number).putInt(architecture).putLong(0);
    for (long argument : arguments) {
      data.putLong(argument);
    }
    int accumulator = 0;
    int at = 0;
    for (steps = 1; ; steps++) {
      int code = Short.toUnsignedInt(program.getShort(8 * at));
      int ifTrue = Byte.toUnsignedInt(program.get(8 * at + 2));
      int ifFalse = Byte.toUnsignedInt(program.get(8 * at + 3));
      int operand = program.getInt(8 * at + 4);
      at++;
      switch (code) {
        case 0x20 -> accumulator = data.getInt(operand);
        case 0x05 -> at += operand;
        case 0x15 -> at += accumulator == operand ? ifTrue : ifFalse;
        case 0x35 -> at += Integer.compareUnsigned(accumulator, operand) >= 0 ? ifTrue : ifFalse;
        case 0x45 -> at += (accumulator & operand) != 0 ? ifTrue : ifFalse;
        case 0x54 -> accumulator &= operand;
        case 0x06 -> {
          return operand;
        }
        default -> throw new IllegalStateException("no instruction: " + code);
      }
    }
  }
}
