// verdict: COMPILE_ERROR | OK
// never: an expression of many thousand terms ends the compiler, or the runner
void main() {
  int x = 1;
  IO.println(@@6000{x + }@@x);
}
