// story: Hands in a module declaration that opens what it may.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: COMPILE_ERROR | SECURITY_VIOLATION | WRONG_ANSWER
// file: module-info.java
open module cheat {
  requires java.base;
}
// file: Counter.java
class Counter {
  void increment() {}

  long value() {
    return -1;
  }
}
