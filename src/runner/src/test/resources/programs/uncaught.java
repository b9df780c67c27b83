// verdict: RUNTIME_ERROR
// explains: java.lang.IllegalStateException left main at Main.java:7: no luck
// stderr: Exception in thread "main" java.lang.IllegalStateException: no luck
// stderr-not: threadmill
// exit: 1
void main() {
  throw new IllegalStateException("no luck");
}
