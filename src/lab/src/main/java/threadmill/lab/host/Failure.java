package threadmill.lab.host;

import threadmill.lab.NotSendableException;
import threadmill.lab.RemoteTaskException;

/// What left a task in a worker, on its way to who asked for the result. It may be the student's
/// own class, whose methods may fail as well.
final class Failure {
  private static final int LONGEST = 2_000;

  private Failure() {}

  /// Packs the exception itself with its trace and causes, or one in its place.
  static byte[] pack(Throwable thrown, ClassLoader loader) {
    try {
      var packed = Parcel.pack("exception", thrown, "");
      // It is of no use where it cannot be read.
      if (Parcel.unpack("exception", packed, loader, () -> MainInstance.OF_THE_WORKER)
          instanceof Throwable) {
        return packed;
      }
    } catch (NotSendableException | StackOverflowError | OutOfMemoryError _) {
      // Then its name, message and trace must do.
    }
    return Parcel.pack("exception", new RemoteTaskException(words(thrown), trace(thrown)), "");
  }

  /// Its name and message.
  static String words(Throwable thrown) {
    var name = thrown.getClass().getName();
    try {
      var message = thrown.getMessage();
      var words = message == null ? name : name + ": " + message;
      return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    } catch (Throwable _) {
      return name;
    }
  }

  private static StackTraceElement[] trace(Throwable thrown) {
    try {
      return thrown.getStackTrace();
    } catch (Throwable _) {
      return new StackTraceElement[0];
    }
  }
}
