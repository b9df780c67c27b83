// verdict: OUTPUT_LIMIT
// explains: 1,048,576 bytes to stdout
// never: the server keeps more than the limit
void main() {
  while (true) System.out.println("flood flood flood flood flood flood flood flood");
}
