// verdict: THREAD_LIMIT
// never: threads that libraries start are not counted
void main() {
  while (true) {
    try {
      new java.util.Timer();
    } catch (Throwable e) {
      // Again.
    }
  }
}
