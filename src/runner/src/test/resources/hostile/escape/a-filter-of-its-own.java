// verdict: OK
// with: Native.java
// never: a filter that the program installs loosens ours
void main() throws Exception {
  // allow everything: one instruction, BPF_RET | BPF_K, SECCOMP_RET_ALLOW
  Native.attemptLast(
      Native.call("no_new_privs", 157, 38, 1, 0, 0, 0),
      Native.call("seccomp in strict mode", 317, 0, 0, 0),
      Native.call("unshare", 272, 0x10000000));
}
