// verdict: OK
// never: a program that closes its streams is taken for one that has ended, or for meddling
void main() throws Exception {
  new java.io.FileOutputStream(java.io.FileDescriptor.out).close();
  new java.io.FileOutputStream(java.io.FileDescriptor.err).close();
  System.in.close();
  Thread.sleep(300);
}
