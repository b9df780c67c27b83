// verdict: COMPILE_ERROR
// never: a constant that doubles with each line takes the compiler's memory
void main() {
  final String a = "0123456789abcdef";
  final String b = a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a;
  final String c = b + b + b + b + b + b + b + b + b + b + b + b + b + b + b + b;
  final String d = c + c + c + c + c + c + c + c + c + c + c + c + c + c + c + c;
  final String e = d + d + d + d + d + d + d + d + d + d + d + d + d + d + d + d;
  final String f = e + e + e + e + e + e + e + e + e + e + e + e + e + e + e + e;
  final String g = f + f + f + f + f + f + f + f + f + f + f + f + f + f + f + f;
  final String h = g + g + g + g + g + g + g + g + g + g + g + g + g + g + g + g;
  final String i = h + h + h + h + h + h + h + h + h + h + h + h + h + h + h + h;
  IO.println(i);
}
