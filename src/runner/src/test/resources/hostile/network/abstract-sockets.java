// verdict: OK
// with: Native.java
// args: ABSTRACT
// stdout: denied connect
// never: a socket of the host that has no file is reached
import java.io.ByteArrayOutputStream;

void main(String[] args) throws Exception {
  var address = new ByteArrayOutputStream();
  address.writeBytes(new byte[] {1, 0, 0});
  address.writeBytes(args[0].getBytes());
  Native.attemptLast(
      Native.call("socket", 41, 1, 1, 0),
      Native.call("connect", 42, new Native.Result(0), address.toByteArray(), address.size()));
}
