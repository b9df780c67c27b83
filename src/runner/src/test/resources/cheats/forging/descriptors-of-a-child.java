// story: A child process inherits what it can and writes replies to it.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | SECURITY_VIOLATION | RUNTIME_ERROR
// file: Counter.java
class Counter {
  static {
    try {
      new ProcessBuilder("/bin/sh", "-c", "for n in 0 3 4 5 6 7 8 9; do printf 'r OK 1000' >&$n; done")
          .inheritIO()
          .start()
          .waitFor();
    } catch (Exception e) {
      System.out.println(e);
    }
  }

  void increment() {}

  long value() {
    return -1;
  }
}
