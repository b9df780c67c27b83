// story: Returns a list that never ends and says that it is short.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR | TIME_LIMIT | MEMORY_LIMIT | OUTPUT_LIMIT
// file: ParallelSum.java
class ParallelSum {
  static java.util.Collection<Object> results(int[] numbers, int threads) {
    return new java.util.AbstractList<>() {
      @Override
      public Object get(int index) {
        return 1L;
      }

      @Override
      public int size() {
        return 400;
      }

      @Override
      public java.util.Iterator<Object> iterator() {
        return java.util.stream.Stream.generate(() -> (Object) 1L).iterator();
      }
    };
  }

  static long sum(int[] numbers, int threads) {
    return -1;
  }

  static double mean(int[] numbers, int threads) {
    return -1;
  }
}
