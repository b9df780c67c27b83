// verdict: OK
// stdout: only compiled
// never: a path that is no URI stops the compiler
void main() {
  IO.println(new A().say() + new B().say() + new C().say() + new D().say());
}
// file: with space & %2e%2e%2f[odd]?#{}|^`.java
class A {
  String say() {
    return "only ";
  }
}
// file: back\slash\B.java
class B {
  String say() {
    return "comp";
  }
}
// file: C:\Windows\🧵‮.java
class C {
  String say() {
    return "il";
  }
}
// file: -J-Xmx1m.java
class D {
  String say() {
    return "ed";
  }
}
