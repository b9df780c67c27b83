// verdict: RUNTIME_ERROR
// exit: 125
// never: an exit code of our own scripts is taken for our failure
void main() {
  System.exit(125);
}
