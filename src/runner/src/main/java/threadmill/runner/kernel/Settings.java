package threadmill.runner.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Settings of the kernel under `/proc/sys` and `/sys`.
public final class Settings {
  private Settings() {}

  /// A setting's only line. A reader with a buffer asks for all of it at once, as it must be asked
  /// for: `Files.readString` asks for one byte first and gets 5 for 516.
  public static String of(String path) throws IOException {
    try (var lines = Files.newBufferedReader(Path.of(path))) {
      var line = lines.readLine();
      return line == null ? "" : line.trim();
    }
  }
}
