// verdict: COMPILE_ERROR
// explains: javac found
// never: a source compiles against the runner's classes, or the compiler's
import threadmill.runner.compile.CompilerMain;

void main() {
  IO.println(CompilerMain.class);
}
