// verdict: OK
// stdout: 3 classes
// never: names that are equal when normalised, or differ by case only, take one another's place
void main() {
  IO.println(java.util.Set.of(new \u00e9().getClass(), new e\u0301().getClass(), new \u00c9().getClass()).size() + " classes");
}

class \u00e9 {}

class e\u0301 {}

class \u00c9 {}
