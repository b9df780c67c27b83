// verdict: OK
// with: Native.java
// stdout: all closed
// never: another way to start processes leaves descriptors open
void main() throws Exception {
  System.setProperty("jdk.lang.Process.launchMechanism", "VFORK");
  int open = 0;
  var calls = new Native.Call[60];
  for (int i = 0; i < 60; i++) calls[i] = Native.call("write", 1, 3 + i, new byte[] {0, 0, 0, 1, 'E'}, 5);
  for (long got : Native.sequence(calls)) if (got != -9) open++;
  IO.println(open == 0 ? "all closed" : "ESCAPED " + open + " open");
}
