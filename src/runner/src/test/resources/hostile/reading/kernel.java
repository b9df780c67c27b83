// verdict: OK
// with: Native.java
// never: the kernel's log, its symbols are read
void main() throws Exception {
  Native.attempt(
      Native.call("syslog", 103, 3, new byte[256], 256),
      Native.call("open /dev/kmsg", 2, "/dev/kmsg", 0, 0),
      Native.call("open /proc/kallsyms", 2, "/proc/kallsyms", 0, 0));
}
