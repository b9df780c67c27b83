// story: Returns lists and numbers of its own that are equal to whatever they are compared with.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR
// file: ParallelSum.java
class ParallelSum {
  static class Agreeable extends java.util.AbstractList<Object> {
    @Override
    public Object get(int index) {
      return new AgreeableNumber();
    }

    @Override
    public int size() {
      return 400;
    }

    @Override
    public boolean equals(Object other) {
      return true;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  static class AgreeableNumber extends Number implements Comparable<Object> {
    @Override
    public int intValue() {
      return 0;
    }

    @Override
    public long longValue() {
      return 0;
    }

    @Override
    public float floatValue() {
      return 0;
    }

    @Override
    public double doubleValue() {
      return 0;
    }

    @Override
    public int compareTo(Object other) {
      return 0;
    }

    @Override
    public boolean equals(Object other) {
      return true;
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public String toString() {
      return "expected";
    }
  }

  static Object results(int[] numbers, int threads) {
    return new Agreeable();
  }

  static Object sum(int[] numbers, int threads) {
    return new AgreeableNumber();
  }

  static Object mean(int[] numbers, int threads) {
    return new AgreeableNumber();
  }
}
