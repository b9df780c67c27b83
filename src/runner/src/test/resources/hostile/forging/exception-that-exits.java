// verdict: OK
// never: a method that the student wrote, called by the harness, makes the end of the program our failure
void main() {
  throw new RuntimeException() {
    @Override
    public synchronized Throwable getCause() {
      Runtime.getRuntime().halt(0);
      return this;
    }
  };
}
