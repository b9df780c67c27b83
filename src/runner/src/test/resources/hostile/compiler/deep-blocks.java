// verdict: COMPILE_ERROR
// never: nesting that overflows the compiler's stack ends it, or the runner
void main() {
  @@6000{if (true) {}@@ @@6000{}}@@
}
