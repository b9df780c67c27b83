// verdict: SECURITY_VIOLATION | OK
// with: Native.java
// never: a second greeting of a harness is believed
void main() throws Exception {
  var got = Native.sequence(
      Native.call("pidfd_open", 434, ProcessHandle.current().pid(), 0),
      Native.call("pidfd_getfd", 438, new Native.Result(0), 4, 0),
      Native.call("write", 1, new Native.Result(1), new byte[] {0, 0, 0, 1, 'R'}, 5));
  Thread.sleep(500);
  IO.println("denied " + got);
}
