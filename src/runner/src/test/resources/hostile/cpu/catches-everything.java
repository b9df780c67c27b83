// verdict: TIME_LIMIT
// wall: 1500
// never: a program that ignores every request to stop is not stopped
void main() {
  while (true) {
    try {
      Thread.currentThread().interrupt();
      Thread.sleep(1);
    } catch (Throwable e) {
      // Not today.
    }
  }
}
