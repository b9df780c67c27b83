package threadmill.runner.timeline.programs;

import java.util.concurrent.SynchronousQueue;

/// Two threads that hand a number to and fro.
public final class PingPong {
  private PingPong() {}

  /// Runs it.
  ///
  /// @param args rounds
  public static void main(String[] args) throws InterruptedException {
    Gate.await("ready");
    int rounds = Integer.parseInt(args[0]);
    var there = new SynchronousQueue<Integer>();
    var back = new SynchronousQueue<Integer>();
    var ping =
        Thread.ofPlatform()
            .name("ping")
            .start(() -> {
              for (int i = 0; i < rounds; i++) {
                pass(there, back, i);
              }
            });
    var pong =
        Thread.ofPlatform()
            .name("pong")
            .start(() -> {
              for (int i = 0; i < rounds; i++) {
                answer(there, back);
              }
            });
    ping.join();
    pong.join();
    Gate.await("done");
  }

  private static void pass(
      SynchronousQueue<Integer> there, SynchronousQueue<Integer> back, int number) {
    try {
      there.put(number);
      back.take();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void answer(SynchronousQueue<Integer> there, SynchronousQueue<Integer> back) {
    try {
      back.put(there.take());
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
