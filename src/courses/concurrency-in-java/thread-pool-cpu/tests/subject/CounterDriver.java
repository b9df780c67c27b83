import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import threadmill.lab.ExecutorKind;

/// Has numbers counted by a pool of threads.
class CounterDriver {
  static long count(long[] numbers, int threads) throws Exception {
    List<Long> list = new ArrayList<>(Arrays.stream(numbers).boxed().toList());
    try (var pool = ExecutorKind.FIXED.open(threads)) {
      return Counter.count(list, pool);
    }
  }
}
