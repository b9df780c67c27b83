// verdict: OUTPUT_LIMIT
// explains: Wrote more than 1,048,576 bytes to stdout
void main() {
  String line = "x".repeat(1000);
  for (int i = 0; i < 100_000; i++) IO.println(line);
}
