// verdict: RUNTIME_ERROR
// never: what a throwable answers to the harness's questions disturbs it
static class Liar extends Error {
  @Override public StackTraceElement[] getStackTrace() { return null; }
  @Override public void setStackTrace(StackTraceElement[] trace) { throw this; }
  @Override public synchronized Throwable fillInStackTrace() { return null; }
  @Override public String toString() { throw this; }
  @Override public String getLocalizedMessage() { return getMessage(); }
  @Override public String getMessage() { throw this; }
  @Override public int hashCode() { throw this; }
  @Override public boolean equals(Object other) { throw this; }
  @Override public void printStackTrace(java.io.PrintStream out) { System.exit(0); }
}

void main() {
  throw new Liar();
}
