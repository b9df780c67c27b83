// verdict: OUTPUT_LIMIT
// never: a line that does not end is waited for
void main() {
  while (true) System.out.print("x");
}
