// verdict: COMPILE_ERROR
// never: a switch over a megabyte of strings holds up the next student
void main(String[] args) {
  switch (args[0]) {
    @@25000{case "a string that is number #": break;}@@
  }
}
