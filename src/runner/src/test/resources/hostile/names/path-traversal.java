// verdict: OK
// stdout: only compiled
// never: a path with .. is opened or written outside
void main() {
  IO.println(new Escape().say() + new Deep().say());
}
// file: ../../../../../tmp/Escape.java
class Escape {
  String say() {
    return "only ";
  }
}
// file: a/../../b/./..//Deep.java
class Deep {
  String say() {
    return "compiled";
  }
}
