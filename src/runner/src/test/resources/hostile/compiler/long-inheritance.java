// verdict: COMPILE_ERROR | RUNTIME_ERROR | OK
// never: a chain of superclasses that overflows the loading JVM's stack counts as our failure
class Main extends C700 {
  public static void main(String[] args) {}
}

class C0 {}
@@700{
class C## extends C# {}
}@@
