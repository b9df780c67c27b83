// verdict: OK
// with: Native.java
// never: a program loads code into the kernel
void main() throws Exception {
  Native.attempt(
      Native.call("bpf map", 321, 0, new byte[] {2, 0, 0, 0, 4, 0, 0, 0, 8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, 20),
      Native.call("bpf program", 321, 5, new byte[64], 64),
      Native.call("init_module", 175, new byte[64], 64, ""),
      Native.call("finit_module", 313, 0, "", 0),
      Native.call("kexec_load", 246, 0, 0, 0, 0));
}
