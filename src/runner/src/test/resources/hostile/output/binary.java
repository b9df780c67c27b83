// verdict: OK
// stdout: end of it
// never: bytes that are no text stop the reader
void main() throws Exception {
  byte[] bytes = new byte[100_000];
  new java.util.Random(7).nextBytes(bytes);
  System.out.write(bytes);
  System.out.write(new byte[] {'\n', (byte) 0xF0, (byte) 0x9F, (byte) 0xA7});
  System.out.flush();
  System.out.write(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, 0, 0x1B, '[', '2', 'J', '\r', 8, 8, '\n'});
  System.out.println("end of it");
}
