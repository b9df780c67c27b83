// verdict: OK
// needs: seccomp
// with: Native.java
// never: calls of another ABI pass the filter, or old ones that nobody needs
void main() throws Exception {
  Native.attempt(
      Native.call("getpid as x32", 39 | 0x40000000),
      Native.call("modify_ldt", 154, 1, new byte[16], 16),
      Native.call("sysfs", 139, 3, 0, 0),
      Native.call("vmsplice", 278, 1, new byte[16], 1, 0),
      Native.call("remap_file_pages", 216, 0x400000, 4096, 0, 0, 0),
      Native.call("lookup_dcookie", 212, 0, new byte[64], 64));
  // getpid by int 0x80, number 20 there; then exit with 77 where that gave a number.
  int exit = Native.code(
      0xB8, 20, 0, 0, 0, 0xCD, 0x80, 0x31, 0xFF, 0x85, 0xC0, 0x7E, 0x05, 0xBF, 77, 0, 0, 0, 0xB8, 60, 0, 0, 0, 0x0F, 0x05).waitFor();
  IO.println((exit == 77 ? "ESCAPED" : "denied") + " int 0x80: exit " + exit);
}
