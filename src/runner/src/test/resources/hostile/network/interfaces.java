// verdict: OK
// stdout: [lo]
// never: the sandbox has an interface beside its own loopback
void main() throws Exception {
  IO.println(java.net.NetworkInterface.networkInterfaces().map(i -> i.getName()).toList());
}
