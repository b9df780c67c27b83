// verdict: OK
// needs: seccomp
// with: Native.java
// never: a program talks to the kernel, to the hypervisor or to devices over a socket
void main() throws Exception {
  Native.attempt(
      Native.call("netlink route", 41, 16, 3, 0),
      Native.call("netlink netfilter", 41, 16, 3, 12),
      Native.call("netlink audit", 41, 16, 3, 9),
      Native.call("vsock", 41, 40, 1, 0),
      Native.call("kernel crypto", 41, 38, 5, 0),
      Native.call("bluetooth", 41, 31, 3, 1),
      Native.call("CAN", 41, 29, 3, 1),
      Native.call("TIPC", 41, 30, 1, 0),
      Native.call("RDS", 41, 21, 5, 0),
      Native.call("XDP", 41, 44, 3, 0),
      Native.call("kernel connection multiplexor", 41, 41, 5, 0));
}
