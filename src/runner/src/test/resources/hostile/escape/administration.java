// verdict: OK
// with: Native.java
// never: a program changes the machine
void main() throws Exception {
  Native.attempt(
      Native.call("reboot", 169, 0xfee1deadL, 672274793, 0, 0),
      Native.call("swapon", 167, "/tmp/swap", 0),
      Native.call("swapoff", 168, "/tmp/swap"),
      Native.call("sethostname", 170, "evil", 4),
      Native.call("setdomainname", 171, "evil", 4),
      Native.call("settimeofday", 164, new byte[16], 0),
      Native.call("clock_settime", 227, 0, new byte[16]),
      Native.call("iopl", 172, 3),
      Native.call("ioperm", 173, 0, 8, 1),
      Native.call("acct", 163, "/tmp/acct"),
      Native.call("quotactl", 179, 0x800002, "/dev/sda", 0, 0),
      Native.call("syslog", 103, 3, new byte[64], 64),
      Native.call("vhangup", 153),
      Native.call("fanotify_init", 300, 0x0C, 0),
      Native.call("uselib", 134, "/tmp/lib"),
      Native.call("nfsservctl", 180, 0, 0, 0));
}
