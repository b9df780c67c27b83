// verdict: COMPILE_ERROR
// explains: javac found 100 errors
// never: the server keeps an error for each of a hundred thousand lines
void main() {
  @@10000{u#++;}@@
}
