import java.util.function.LongBinaryOperator;

/// A thread for each part, each waiting for the one before.
class Prefix {

  static void of(long[] values, LongBinaryOperator op, int threads) throws InterruptedException {
    for (int t = 0; t < threads; t++) {
      int from = Math.max(1, (int) ((long) values.length * t / threads));
      int to = (int) ((long) values.length * (t + 1) / threads);
      var worker =
          Thread.ofPlatform()
              .name("prefix-" + t)
              .start(() -> {
                for (int i = from; i < to; i++) {
                  values[i] = op.applyAsLong(values[i - 1], values[i]);
                }
              });
      worker.join();
    }
  }
}
