package threadmill.runner.judge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Thrown;
import threadmill.runner.Conditions;
import threadmill.runner.Judgement;

/// The code under test in a child JVM of its own. Used by one thread; it lives until it is closed,
/// or ends by what the code does.
public interface SubjectJvm extends AutoCloseable {

  /// Another test begins: the limits of wall and CPU time count from now, and only the wall time of
  /// calls.
  void beginTest();

  /// Calls a static method and waits for the answer; empty when the JVM has ended.
  ///
  /// @param arguments a list of them, as `PlainData` encodes it
  Optional<Answered> call(String method, byte[] arguments) throws InterruptedException;

  /// Why it has ended, if it has: never [threadmill.runner.Verdict#OK].
  Optional<Judgement> ended() throws InterruptedException;

  /// The verdict on an exception that a method let out and the test did, too.
  Judgement left(Thrown thrown, String method);

  /// Lets the program end as its threads do, and judges that: a thread that never ends is a leak or
  /// a time limit.
  Judgement finish() throws InterruptedException;

  /// Kills it.
  ///
  /// @return under which conditions it ran, if it was alone on its cores
  @Nullable Conditions end() throws InterruptedException;

  @Override
  void close();
}
