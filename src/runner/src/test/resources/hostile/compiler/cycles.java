// verdict: COMPILE_ERROR
// explains: javac found
// never: definitions that need themselves make the compiler run in circles
class A extends B {}

class B extends A {}

interface I<T extends I<? super I<? super T>>> {}

class N<Z> {}

class C<X> extends N<N<? super C<C<X>>>> {
  N<? super C<Byte>> cast(C<Byte> c) {
    return c;
  }
}

@interface R {
  R value() default @R;
}

void main() {}
