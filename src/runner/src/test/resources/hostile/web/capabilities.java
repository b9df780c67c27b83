// verdict: OK
// with: Native.java
// web: on
// never: a program with the virtual web gets a capability beyond binding ports
void main() throws Exception {
  byte[] header = {0x22, 0x05, 0x08, 0x20, 0, 0, 0, 0};
  byte[] all = new byte[24];
  java.util.Arrays.fill(all, (byte) -1);
  Native.attempt(
      Native.call("setuid", 105, 0),
      Native.call("setgid", 106, 0),
      Native.call("setresuid", 117, 0, 0, 0),
      Native.call("setresgid", 119, 0, 0, 0),
      Native.call("setgroups", 116, 1, new byte[4]),
      Native.call("capset", 126, header, all),
      Native.call("ambient capability", 157, 47, 2, 21, 0, 0),
      Native.call("securebits", 157, 28, 0, 0, 0, 0));
}
