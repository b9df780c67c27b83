// verdict: OK
// needs: seccomp
// with: Native.java
// never: processes with sessions of their own get a share of the cores each, and starve the supervisor
void main() throws Exception {
  Native.attemptLast(Native.call("fork", 57), Native.call("setsid", 112));
}
