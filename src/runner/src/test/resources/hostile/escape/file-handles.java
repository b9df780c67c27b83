// verdict: OK
// with: Native.java
// never: a file of the host is opened by its number
void main() throws Exception {
  // A handle of type 1 for inode 2, the root folder of an ext4 disk.
  byte[] root = {8, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0};
  Native.attempt(
      Native.call("open_by_handle_at", 304, -100, root, 0),
      Native.call("open_by_handle_at of the JDK", 304, 3, root, 0));
  Native.attemptLast(
      Native.call("open", 2, "/jdk/release", 0, 0), Native.call("open_by_handle_at", 304, new Native.Result(0), root, 0));
}
