// verdict: COMPILE_ERROR
// explains: javac
// never: the search for a missing case of a switch holds up the next student
sealed interface S {}

record A(S a, S b, S c, S d) implements S {}

record B(S a, S b, S c, S d) implements S {}

record C(S a, S b, S c, S d) implements S {}

int f(S s) {
  return switch (s) {
    case A(A(A a, B b, C c, A d), A(B e, B f, C g, S h), B i, C j) -> 1;
    case A(B(A a, C b, S c, A d), B(S e, B f, C g, S h), S i, A j) -> 2;
    case A(C(S a, B b, C c, B d), C(A e, S f, S g, S h), A i, S j) -> 3;
    case B(A(A a, S b, C c, A d), A(B e, B f, C g, S h), S i, C j) -> 4;
    case B(B(S a, B b, A c, A d), S e, B(A f, B g, C h, S i), C j) -> 5;
    case B(S a, B(B b, C c, S d, A e), C(A f, B g, C h, S i), B j) -> 6;
    case C(A(B a, S b, A c, S d), S e, A(A f, B g, C h, S i), S j) -> 7;
    case C(S a, S b, B(S c, C d, B e, A f), C(A g, B h, C i, S j)) -> 8;
    case C(C(A a, B b, S c, S d), A(S e, S f, S g, B h), S i, B j) -> 9;
  };
}

void main() {}
