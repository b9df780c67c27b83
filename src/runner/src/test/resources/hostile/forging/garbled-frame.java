// verdict: SECURITY_VIOLATION | OK
// with: Native.java
// never: what is no frame of the harness's is believed
void main() throws Exception {
  var got = Native.sequence(
      Native.call("pidfd_open", 434, ProcessHandle.current().pid(), 0),
      Native.call("pidfd_getfd", 438, new Native.Result(0), 4, 0),
      Native.call("write", 1, new Native.Result(1), new byte[] {'O', 'K', ' ', ' ', ' '}, 5));
  Thread.sleep(500);
  IO.println("denied " + got);
}
