// verdict: RUNTIME_ERROR
// explains: exited with code 7
// exit: 7
void main() {
  Runtime.getRuntime().halt(7);
}
