// verdict: RUNTIME_ERROR
// explains: java.lang.StackOverflowError left main
void main() {
  main();
}
