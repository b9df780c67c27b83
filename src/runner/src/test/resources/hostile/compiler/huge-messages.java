// verdict: COMPILE_ERROR
// explains: javac found
// never: a type whose name is written in megabytes reaches the server
<A, B> java.util.Map<A, B> p(A a, B b) { return null; }

void main() {
  var a = p(1, 2);
  var b = p(a, a);
  var c = p(b, b);
  var d = p(c, c);
  var e = p(d, d);
  var f = p(e, e);
  var g = p(f, f);
  var h = p(g, g);
  var i = p(h, h);
  var j = p(i, i);
  var k = p(j, j);
  var l = p(k, k);
  var m = p(l, l);
  var n = p(m, m);
  int x = n;
}
