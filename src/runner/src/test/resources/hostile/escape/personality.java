// verdict: OK
// needs: seccomp
// with: Native.java
// never: the program turns off address space randomisation for what it executes next
void main() throws Exception {
  Native.attempt(Native.call("personality", 135, 0x0040000));
}
