// verdict: OK
// stdout: grüße 世界 🧵
void main() {
  IO.println("grüße 世界 🧵");
}
