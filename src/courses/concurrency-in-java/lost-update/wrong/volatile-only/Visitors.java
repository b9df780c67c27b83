/// Volatile: every gate sees the newest number, and two of them may still write the same next one.
class Visitors {
  private volatile int inside;

  void enter() {
    inside++;
  }

  void leave() {
    inside--;
  }

  int inside() {
    return inside;
  }
}
