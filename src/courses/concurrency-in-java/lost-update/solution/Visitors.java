/// How many people are in the museum. Each gate has a thread of its own, and all of them count
/// here.
class Visitors {
  private int inside; // guarded by this

  synchronized void enter() {
    inside++;
  }

  synchronized void leave() {
    inside--;
  }

  synchronized int inside() {
    return inside;
  }
}
