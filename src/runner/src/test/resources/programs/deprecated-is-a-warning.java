// verdict: OK
// warns: deprecat
void main() {
  IO.println(new Integer(1));
}
