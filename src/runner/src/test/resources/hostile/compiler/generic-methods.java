// verdict: COMPILE_ERROR | OK
// never: nested generic calls hold up the next student
<A, B> java.util.Map<A, B> p(A a, B b) { return null; }

void main() {
  var x = @@24{p(p(1, "a"), }@@null@@24{)}@@;
}
