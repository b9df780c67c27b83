// verdict: RUNTIME_ERROR
// explains: exited with code 3
// exit: 3
void main() {
  System.exit(3);
}
