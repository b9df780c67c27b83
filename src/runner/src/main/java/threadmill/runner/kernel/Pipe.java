package threadmill.runner.kernel;

/// A pipe as its two descriptors, which are closed on exec; each end is closed by whoever holds it.
///
/// @param read descriptor of the end that is read
/// @param write descriptor of the end that is written
public record Pipe(int read, int write) {

  /// Opens a pipe.
  ///
  /// @throws SystemCallException when too many files are open
  public static Pipe open() {
    return Linux.pipe();
  }

  public void closeRead() {
    Linux.close(read);
  }

  public void closeWrite() {
    Linux.close(write);
  }
}
