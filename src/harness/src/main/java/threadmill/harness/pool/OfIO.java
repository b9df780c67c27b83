package threadmill.harness.pool;

import java.io.IOError;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import threadmill.harness.weave.Replaces;

/// The console of one run.
@Replaces(IO.class)
public final class OfIO {
  private OfIO() {}

  public static void println(@Nullable Object object, Run run) {
    run.out.println(object);
  }

  public static void println(Run run) {
    run.out.println();
  }

  public static void print(@Nullable Object object, Run run) {
    run.out.print(object);
  }

  public static @Nullable String readln(Run run) {
    try {
      return run.reader().readLine();
    } catch (IOException e) {
      throw new IOError(e);
    }
  }

  public static @Nullable String readln(String prompt, Run run) {
    run.out.print(prompt);
    return readln(run);
  }
}
