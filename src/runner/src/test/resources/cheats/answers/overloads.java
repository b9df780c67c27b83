// story: Offers many methods of the name that is asked for, one of which may be called with what the tests expect.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR | COMPILE_ERROR
// file: ParallelSum.java
class ParallelSum {
  static Object results(Object numbers, int threads) {
    return numbers;
  }

  static Object results(int[] numbers, Object threads) {
    return numbers;
  }

  static long sum(Object numbers, Object expected) {
    return expected instanceof Number number ? number.longValue() : -1;
  }

  static long sum(int[] numbers, long threads) {
    return threads;
  }

  static double mean(int[] numbers, int threads) {
    return -1;
  }
}
