// verdict: TIME_LIMIT
// wall: 1500
// never: the harness waits for a method that the student wrote
void main() {
  throw new RuntimeException() {
    @Override
    public String getMessage() {
      while (true) Thread.onSpinWait();
    }
  };
}
