// verdict: OK | COMPILE_ERROR | RUNTIME_ERROR
// never: a module descriptor of the program opens the JDK or the harness
void main() throws Exception {
  try {
    Class.forName("threadmill.harness.Link").getDeclaredMethod("open").setAccessible(true);
    IO.println("ESCAPED");
  } catch (Throwable e) {
    IO.println("denied " + e);
  }
}
// file: module-info.java
open module threadmill.harness {
  requires java.base;
}
