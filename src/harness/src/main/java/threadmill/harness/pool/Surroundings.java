package threadmill.harness.pool;

import java.util.List;
import threadmill.harness.weave.Replacements;

/// All that a run has of its own in place of the JVM's.
final class Surroundings {
  private Surroundings() {}

  static Replacements replacements() {
    return new Replacements(
        Run.class,
        List.of(
            OfSystem.class,
            OfRuntime.class,
            OfIO.class,
            OfThrowable.class,
            OfThread.class,
            OfObject.class,
            OfInteger.class,
            OfLong.class,
            OfExecutors.class,
            OfForkJoinPool.class,
            OfFutures.class,
            OfPattern.class,
            OfString.class,
            OfArrays.class,
            OfByteBuffer.class,
            OfBigInteger.class,
            OfBigDecimal.class),
        List.of(
            RunThread.class,
            RunThreadPool.class,
            RunScheduledPool.class,
            RunForkJoinPool.class,
            RunTimer.class));
  }
}
