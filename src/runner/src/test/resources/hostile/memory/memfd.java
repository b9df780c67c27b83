// verdict: OK
// needs: seccomp
// with: Native.java
// never: files without a name hold memory that belongs to no process
void main() throws Exception {
  Native.attempt(Native.call("memfd_create", 319, "hidden", 0), Native.call("memfd_secret", 447, 0));
}
