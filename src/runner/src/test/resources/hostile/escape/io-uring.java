// verdict: OK
// needs: seccomp
// with: Native.java
// never: a program makes system calls past the filter
void main() throws Exception {
  Native.attempt(Native.call("io_uring_setup", 425, 8, new byte[120]));
}
