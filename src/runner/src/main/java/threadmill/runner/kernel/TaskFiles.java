package threadmill.runner.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What `/proc` tells of processes and their threads at one moment. Whatever is gone is left out.
public final class TaskFiles {
  private TaskFiles() {}

  /// A process and all that it started and that still lives, itself first.
  public static List<Integer> family(int pid) {
    Set<Integer> family = new LinkedHashSet<>();
    collect(pid, family);
    return List.copyOf(family);
  }

  private static void collect(int pid, Set<Integer> family) {
    if (family.add(pid)) {
      children(pid).forEach(child -> collect(child, family));
    }
  }

  /// The children of a process.
  public static List<Integer> children(int pid) {
    List<Integer> children = new ArrayList<>();
    for (int tid : threads(pid)) {
      read(Path.of("/proc/" + pid + "/task/" + tid + "/children"))
          .ifPresent(ids ->
              ids.trim()
                  .lines()
                  .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                  .filter(id -> !id.isEmpty())
                  .map(Integer::valueOf)
                  .forEach(children::add));
    }
    return children;
  }

  /// The threads of a process, lowest id first.
  public static int[] threads(int pid) {
    var names = new File("/proc/" + pid + "/task").list();
    return names == null
        ? new int[0]
        : Arrays.stream(names).mapToInt(Integer::parseInt).sorted().toArray();
  }

  /// A thread's name, at most 15 bytes long.
  public static Optional<String> comm(int pid, int tid) {
    try {
      var bytes = Files.readAllBytes(Path.of("/proc/" + pid + "/task/" + tid + "/comm"));
      return Optional.of(text(bytes, bytes.length));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// CPU time of all children of a process that it has waited for, in nanoseconds, to 10 ms.
  public static long reapedNanos(int pid) {
    return read(Path.of("/proc/" + pid + "/stat"))
        .map(stat -> {
          var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
          return (Long.parseLong(words[13]) + Long.parseLong(words[14])) * 10_000_000;
        })
        .orElse(0L);
  }

  /// The first line of a text that ends with 0 or a line feed; a character that was cut in two at
  /// its end is left out.
  static String text(byte[] bytes, int length) {
    int end = 0;
    while (end < length && bytes[end] != 0 && bytes[end] != '\n') {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8).replace("\ufffd", "");
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
