// verdict: SECURITY_VIOLATION
// never: a stack trace of the student's own making exhausts the server
void main() {
  var e = new RuntimeException("look");
  e.setStackTrace(new StackTraceElement[] {new StackTraceElement("Main", "main", "F".repeat(8 << 20), 1)});
  throw e;
}
