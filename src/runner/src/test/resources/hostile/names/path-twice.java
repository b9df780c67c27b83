// verdict: COMPILE_ERROR
// never: two files of one path confuse the compiler
void main() {}
// file: Twin.java
class Twin {}
// file: Twin.java
class Twin {}
