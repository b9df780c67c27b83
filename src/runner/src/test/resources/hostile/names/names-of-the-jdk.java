// verdict: OK
// stdout: still here
// never: classes named as the JDK's own disturb the harness
class String {}

class Thread {}

class Object {}

class System {}

class Throwable {}

class Class {}

void main() {
  IO.println("still here");
}
