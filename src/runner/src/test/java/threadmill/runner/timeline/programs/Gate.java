package threadmill.runner.timeline.programs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Where a program says that it is ready, and waits to be let go on.
final class Gate {
  private static final BufferedReader IN =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  private Gate() {}

  static void say(String word) {
    System.out.println(word);
    System.out.flush();
  }

  static void await(String word) {
    say(word);
    try {
      IN.readLine();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
