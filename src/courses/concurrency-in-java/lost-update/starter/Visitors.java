/// How many people are in the museum. Each gate has a thread of its own, and all of them count
/// here.
class Visitors {
  private int inside;

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
