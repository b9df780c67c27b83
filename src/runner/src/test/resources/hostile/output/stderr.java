// verdict: OUTPUT_LIMIT
// explains: 1,048,576 bytes to stderr
// never: the server keeps more than the limit
void main() {
  while (true) new Throwable("flood").printStackTrace();
}
