// verdict: OUTPUT_LIMIT
// never: a message of many megabytes reaches the explanation or the server's memory
void main() {
  throw new RuntimeException("m".repeat(20 << 20));
}
