// verdict: OK
// needs: seccomp
// with: Native.java
// never: a program holds the kernel up in the middle of a copy
void main() throws Exception {
  Native.attempt(Native.call("userfaultfd", 323, 1));
}
