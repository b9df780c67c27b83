// verdict: OK
// with: Native.java
// never: a program types into a terminal of the host
void main() throws Exception {
  Native.attempt(
      Native.call("TIOCSTI on 0", 16, 0, 0x5412, "x"),
      Native.call("TIOCSTI on 1", 16, 1, 0x5412, "x"),
      Native.call("TIOCSTI on 2", 16, 2, 0x5412, "x"),
      Native.call("TIOCLINUX", 16, 1, 0x541C, new byte[] {3}),
      Native.call("open /dev/tty", 2, "/dev/tty", 2, 0),
      Native.call("open /dev/tty1", 2, "/dev/tty1", 2, 0),
      Native.call("open /dev/input", 2, "/dev/input/event0", 0, 0));
}
