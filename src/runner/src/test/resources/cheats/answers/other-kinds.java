// story: Returns the right values as other kinds: texts, integers, doubles, arrays, booleans and null.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR
// file: ParallelSum.java
class ParallelSum {
  static Object results(int[] numbers, int threads) {
    return new String[] {"expected"};
  }

  static Object sum(int[] numbers, int threads) {
    return null;
  }

  static Object mean(int[] numbers, int threads) {
    return true;
  }
}
