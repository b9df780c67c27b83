// verdict: OK
// with: Native.java
// web: on
// never: root of the namespace with the virtual web makes namespaces of its own
void main() throws Exception {
  Native.attempt(
      Native.call("unshare user", 272, 0x10000000),
      Native.call("unshare user and mount", 272, 0x10020000),
      Native.call("unshare mount", 272, 0x00020000),
      Native.call("unshare net", 272, 0x40000000),
      Native.call("unshare pid", 272, 0x20000000),
      Native.call("unshare ipc", 272, 0x08000000),
      Native.call("unshare uts", 272, 0x04000000),
      Native.call("unshare cgroup", 272, 0x02000000),
      Native.call("unshare time", 272, 0x00000080),
      Native.call("clone user", 56, 0x10000011, 0, 0, 0, 0),
      Native.call("clone3 user", 435, clone3(0x10000000L), 88));
  Native.attemptLast(Native.call("pidfd_open", 434, 1, 0), Native.call("setns", 308, new Native.Result(0), 0x20020000));
}

byte[] clone3(long flags) {
  return java.nio.ByteBuffer.allocate(88).order(java.nio.ByteOrder.LITTLE_ENDIAN)
      .putLong(flags).putLong(0).putLong(0).putLong(0).putLong(17).array();
}
