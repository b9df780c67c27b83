package threadmill.runner.kernel;

/// Tells cheaply whether the machine started threads or processes: the last id that was given, from
/// `/proc/loadavg`. Not safe for several threads.
public final class NewestId implements AutoCloseable {
  private static final int NUMBERS_BEFORE = 8;
  private final ProcFile load;
  private long last = -1;

  public NewestId(ProcFile.Buffer buffer) {
    this.load = ProcFile.open("/proc/loadavg", buffer);
  }

  /// Whether it is another one than at the last call.
  public boolean changed() {
    load.read();
    for (int number = 0; number < NUMBERS_BEFORE; number++) {
      load.number();
    }
    long newest = load.number();
    boolean changed = newest != last;
    last = newest;
    return changed;
  }

  @Override
  public void close() {
    load.close();
  }
}
