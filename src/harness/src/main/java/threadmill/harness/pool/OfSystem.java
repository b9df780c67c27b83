package threadmill.harness.pool;

import java.io.InputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import threadmill.harness.weave.Replaces;

/// Standard streams, properties and the exit of one run.
@Replaces(System.class)
public final class OfSystem {
  private OfSystem() {}

  public static PrintStream out(Run run) {
    return run.out;
  }

  public static PrintStream err(Run run) {
    return run.err;
  }

  public static InputStream in(Run run) {
    return run.in;
  }

  public static void setOut(PrintStream out, Run run) {
    run.out = out;
  }

  public static void setErr(PrintStream err, Run run) {
    run.err = err;
  }

  public static void setIn(InputStream in, Run run) {
    run.in = in;
  }

  public static void exit(int code, Run run) {
    run.end(new Run.End.Exit(code));
    run.stopped();
  }

  public static @Nullable String getProperty(String name, Run run) {
    return run.property(name);
  }

  public static @Nullable String getProperty(String name, @Nullable String otherwise, Run run) {
    var value = run.property(name);
    return value == null ? otherwise : value;
  }

  /// A collection stops all runs; the JVM knows best when it is due.
  public static void gc(@SuppressWarnings("unused") Run run) {}
}
