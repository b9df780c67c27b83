// verdict: COMPILE_ERROR
// never: nesting that overflows the compiler's stack ends it, or the runner
void main() {
  int x = @@6000{(}@@1@@6000{)}@@;
}
