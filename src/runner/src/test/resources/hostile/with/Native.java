import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes system calls as native code would: writes a static x86-64 program into /tmp that does
/// nothing else, and starts it.
final class Native {
  private static final Map<Integer, String> ERRORS =
      Map.ofEntries(
          Map.entry(1, "EPERM"), Map.entry(2, "ENOENT"), Map.entry(3, "ESRCH"),
          Map.entry(9, "EBADF"), Map.entry(11, "EAGAIN"), Map.entry(12, "ENOMEM"),
          Map.entry(13, "EACCES"), Map.entry(14, "EFAULT"), Map.entry(16, "EBUSY"),
          Map.entry(18, "EXDEV"), Map.entry(19, "ENODEV"), Map.entry(22, "EINVAL"),
          Map.entry(25, "ENOTTY"), Map.entry(27, "EFBIG"), Map.entry(28, "ENOSPC"),
          Map.entry(30, "EROFS"), Map.entry(38, "ENOSYS"), Map.entry(95, "EOPNOTSUPP"),
          Map.entry(97, "EAFNOSUPPORT"), Map.entry(101, "ENETUNREACH"),
          Map.entry(111, "ECONNREFUSED"));

  private static final int BASE = 0x400000;
  private static final int CODE = 0x78;
  private static final int DATA = 0x4000;
  private static final int[][] SET = {
    {0x48, 0xBF}, {0x48, 0xBE}, {0x48, 0xBA}, {0x49, 0xBA}, {0x49, 0xB8}, {0x49, 0xB9}
  };
  private static final int[][] LOAD = {
    {0x48, 0x8B, 0x3C, 0x25}, {0x48, 0x8B, 0x34, 0x25}, {0x48, 0x8B, 0x14, 0x25},
    {0x4C, 0x8B, 0x14, 0x25}, {0x4C, 0x8B, 0x04, 0x25}, {0x4C, 0x8B, 0x0C, 0x25}
  };
  private static int made;

  private Native() {}

  /// A system call. A String or byte[] is passed by its address, a [Result] by its value.
  record Call(String name, long number, Object... arguments) {}

  /// What an earlier call of the same sequence gave.
  record Result(int call) {}

  static Call call(String name, long number, Object... arguments) {
    return new Call(name, number, arguments);
  }

  /// Makes each call in a process of its own and prints what became of it.
  static void attempt(Call... calls) throws Exception {
    for (var call : calls) {
      var got = sequence(call);
      print(call, got.isEmpty() ? Long.MIN_VALUE : got.getFirst());
    }
  }

  /// Makes the calls one after another in one process; only the last is forbidden.
  static void attemptLast(Call... calls) throws Exception {
    var got = sequence(calls);
    print(calls[calls.length - 1], got.size() < calls.length ? Long.MIN_VALUE : got.getLast());
  }

  static void print(Call call, long got) {
    IO.println((got < 0 ? "denied " : "ESCAPED ") + call.name() + ": " + name(got));
  }

  static String name(long got) {
    return got == Long.MIN_VALUE
        ? "killed"
        : got >= 0 ? "" + got : ERRORS.getOrDefault((int) -got, "errno " + -got);
  }

  /// Makes the calls one after another in one process.
  ///
  /// @return what they gave, as far as the process lived
  static List<Long> sequence(Call... calls) throws Exception {
    var process = start(assemble(false, calls));
    var results = new ArrayList<Long>();
    try (var in = new DataInputStream(process.getInputStream())) {
      while (true) {
        results.add(Long.reverseBytes(in.readLong()));
      }
    } catch (IOException e) {
      // Its end.
    }
    process.waitFor();
    return results;
  }

  /// Starts a process that makes the calls over and over.
  static Process forever(Call... calls) throws Exception {
    return start(assemble(true, calls));
  }

  /// Starts a process of this machine code.
  static Process code(int... code) throws Exception {
    var image = image();
    for (int i = 0; i < code.length; i++) {
      image[CODE + i] = (byte) code[i];
    }
    return start(image);
  }

  private static Process start(byte[] image) throws Exception {
    var file = Files.write(Path.of("/tmp/native" + made++), image);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new ProcessBuilder(file.toString()).redirectErrorStream(true).start();
  }

  private static byte[] assemble(boolean forever, Call... calls) {
    var code = new ByteArrayOutputStream();
    var data = new ByteArrayOutputStream();
    data.writeBytes(new byte[8 * calls.length]);
    for (int i = 0; i < calls.length; i++) {
      var arguments = calls[i].arguments();
      for (int a = 0; a < arguments.length; a++) {
        switch (arguments[a]) {
          case Result(int call) -> put(code, LOAD[a], 4, BASE + DATA + 8L * call);
          case Number number -> put(code, SET[a], 8, number.longValue());
          case String text ->
              put(code, SET[a], 8, place(data, (text + "\0").getBytes(StandardCharsets.ISO_8859_1)));
          case byte[] bytes -> put(code, SET[a], 8, place(data, bytes));
          default -> throw new IllegalArgumentException();
        }
      }
      system(code, calls[i].number());
      int slot = BASE + DATA + 8 * i;
      put(code, new int[] {0x48, 0x89, 0x04, 0x25}, 4, slot);
      if (!forever) {
        put(code, SET[0], 8, 1);
        put(code, SET[1], 8, slot);
        put(code, SET[2], 8, 8);
        system(code, 1);
      }
    }
    if (forever) {
      put(code, new int[] {0xE9}, 4, -(code.size() + 5));
    } else {
      put(code, SET[0], 8, 0);
      system(code, 231);
    }
    var image = image();
    System.arraycopy(code.toByteArray(), 0, image, CODE, code.size());
    System.arraycopy(data.toByteArray(), 0, image, DATA, data.size());
    return image;
  }

  private static long place(ByteArrayOutputStream data, byte[] bytes) {
    data.writeBytes(new byte[-data.size() & 7]);
    long at = BASE + DATA + data.size();
    data.writeBytes(bytes);
    return at;
  }

  private static void system(ByteArrayOutputStream code, long number) {
    put(code, new int[] {0x48, 0xB8}, 8, number);
    code.write(0x0F);
    code.write(0x05);
  }

  private static void put(ByteArrayOutputStream code, int[] opcode, int bytes, long value) {
    for (int part : opcode) {
      code.write(part);
    }
    for (int i = 0; i < bytes; i++) {
      code.write((int) (value >> (8 * i)));
    }
  }

  /// One segment that may be read, written and executed, with a megabyte to spare.
  private static byte[] image() {
    var elf = ByteBuffer.allocate(2 * DATA).order(ByteOrder.LITTLE_ENDIAN);
    elf.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
    elf.putShort((short) 2).putShort((short) 62).putInt(1).putLong(BASE + CODE).putLong(64);
    elf.putLong(0).putInt(0).putShort((short) 64).putShort((short) 56).putShort((short) 1);
    elf.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    elf.putInt(1).putInt(7).putLong(0).putLong(BASE).putLong(BASE);
    elf.putLong(2 * DATA).putLong(2 * DATA + (1 << 20)).putLong(0x1000);
    return elf.array();
  }
}
