// verdict: OK
// with: Native.java
// stdout: all closed
// never: a child process finds the harness's channel open
void main() throws Exception {
  int open = 0;
  for (int from = 3; from < 1024; from += 60) {
    var calls = new Native.Call[60];
    for (int i = 0; i < 60; i++) calls[i] = Native.call("write", 1, from + i, new byte[] {0, 0, 0, 1, 'E'}, 5);
    for (long got : Native.sequence(calls)) if (got != -9) open++;
  }
  IO.println(open == 0 ? "all closed" : "ESCAPED " + open + " open");
}
