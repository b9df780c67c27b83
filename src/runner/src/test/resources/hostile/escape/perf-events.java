// verdict: OK
// with: Native.java
// never: a program measures or traces others
void main() throws Exception {
  var attributes = java.nio.ByteBuffer.allocate(128).order(java.nio.ByteOrder.LITTLE_ENDIAN);
  attributes.putInt(1).putInt(128).putLong(0).putLong(1000);
  Native.attempt(
      Native.call("perf_event_open of a core", 298, attributes.array(), -1, 0, -1, 0),
      Native.call("perf_event_open of the first", 298, attributes.array(), 1, -1, -1, 0));
}
