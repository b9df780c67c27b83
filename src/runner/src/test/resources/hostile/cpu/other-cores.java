// verdict: OK
// needs: seccomp
// with: Native.java
// cores: 1
// never: a run with one core takes the others as well
void main() throws Exception {
  Native.attempt(Native.call("sched_setaffinity", 203, 0, 8, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1}));
}
