// verdict: OK
// with: Native.java
// never: a program forges packets
void main() throws Exception {
  Native.attempt(
      Native.call("raw ICMP", 41, 2, 3, 1),
      Native.call("raw IP", 41, 2, 3, 255),
      Native.call("raw IPv6", 41, 10, 3, 58),
      Native.call("packet", 41, 17, 3, 0x0300));
}
