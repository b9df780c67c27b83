// verdict: COMPILE_ERROR
// never: a type with thousands of dimensions stops the compiler
void main() {
  int@@300{[]}@@ x = null;
}
