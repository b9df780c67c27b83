// verdict: OK
// needs: seccomp
// with: Native.java
// never: runs of the same user exchange keys, or read those of the host
void main() throws Exception {
  Native.attempt(
      Native.call("keyctl session", 250, 0, -3, 1),
      Native.call("keyctl user", 250, 0, -4, 1),
      Native.call("add_key", 248, "user", "note", "secret", 6, -4),
      Native.call("request_key", 249, "user", "note", 0, -4));
}
