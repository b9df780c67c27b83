class Counter {
  private long value;

  void increment() {
    value++;
  }

  long value() {
    return value;
  }
}
