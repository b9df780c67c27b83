// verdict: COMPILE_ERROR
// never: an initialiser over the class file's limits stops the compiler
int[] all = {@@20000{#,}@@};

void main() {}
